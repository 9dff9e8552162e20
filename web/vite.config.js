// Three files with names that stay: the program carries them, and a test compares them byte for byte.
import { readdirSync, renameSync } from "node:fs";
import { defineConfig } from "vite";

/** The program serves `page.html` at /, so that is what the built file is called. */
const named_page = {
  name: "named-page",
  writeBundle({ dir }) {
    if (readdirSync(dir).includes("index.html"))
      renameSync(`${dir}/index.html`, `${dir}/page.html`);
  },
};

export default defineConfig({
  base: "/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [named_page],
  build: {
    outDir: process.env.RHEOBASE_PAGE_OUT ?? "built",
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    // A picture in a style sheet would become a data: address, which the server's policy refuses.
    assetsInlineLimit: 0,
    rollupOptions: {
      output: { entryFileNames: "page.js", assetFileNames: "page[extname]", codeSplitting: false },
    },
  },
});
