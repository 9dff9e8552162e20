import { render } from "preact";
import { take_token } from "./api/token";
import { App } from "./app";
import "./style/page.css";

take_token();
const place = document.getElementById("page")!;
place.textContent = "";
render(<App />, place);
