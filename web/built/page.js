const token = new URLSearchParams(location.search).get("token") ?? sessionStorage.getItem("token");
if (token) {
    sessionStorage.setItem("token", token);
    history.replaceState(null, "", "/");
}
const said = await fetch("/api/people", {headers: {Authorization: "Bearer " + token}});
if (!said.ok)
    document.getElementById("state").textContent = (await said.json()).problem.hint;
