// Light or dark: on paper light, else as the host says, else as the reader's system is.

const SYSTEM = matchMedia("(prefers-color-scheme: dark)");
const turned = []; // what to do when it has changed
let asHost = null;
let printing = false;

function theme(name) {
  asHost = name;
  turn();
}

function turn() {
  document.documentElement.dataset.theme = printing ? "light" : (asHost ?? (SYSTEM.matches ? "dark" : "light"));
  for (const act of turned) act();
}

function paper(now) {
  printing = now;
  turn();
}

SYSTEM.addEventListener("change", turn);
addEventListener("beforeprint", () => paper(true));
addEventListener("afterprint", () => paper(false));
turn();
