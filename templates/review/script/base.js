// Helpers, what is remembered, light and dark, short messages.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => (id ? document.getElementById(id) : null);
const data = JSON.parse($("#data").textContent);
const words = data.words;
const live = data.live;
const root = document.documentElement;
const say = (key, ...values) => values.reduce((text, value) => text.replace("%", value), words[key] ?? key);

// -- what is remembered for the next time ------------------------------------------------

const memory = {
  get(name, otherwise) {
    try { return localStorage.getItem("fukan-review-" + name) ?? otherwise; } catch { return otherwise; }
  },
  set(name, value) {
    try { localStorage.setItem("fukan-review-" + name, value); } catch { /* a file: page may have none */ }
  },
  drop(name) {
    try { localStorage.removeItem("fukan-review-" + name); } catch { /* the same */ }
  },
};

root.dataset.theme = memory.get("theme", "auto");
const turnTheme = () => {
  const dark = root.dataset.theme === "dark" ||
    (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "light" : "dark";
  memory.set("theme", root.dataset.theme);
};
$("#theme").addEventListener("click", turnTheme);

const showMarks = () => document.body.classList.toggle("bare", !$("#marks").checked);
$("#marks").addEventListener("change", showMarks);

let shown;
const toast = (text, bad = false) => {
  const box = $("#toast");
  box.textContent = text;
  box.classList.toggle("bad", bad);
  box.hidden = false;
  clearTimeout(shown);
  shown = setTimeout(() => { box.hidden = true; }, bad ? 8000 : 2500);
};
