// The list of doubts, stepping, tabs and views.

const filters = () => $$("[data-filter]").map((one) => (one.type === "checkbox" ? one.checked : one.value));
const restoreFilters = (kept) => $$("[data-filter]").forEach((one, n) => {
  if (one.type === "checkbox") one.checked = kept[n];
  else one.value = kept[n] ?? "";
});
const visible = () => $$(".doubt").filter((one) => !one.hidden);

const filter = () => {
  const levels = new Set($$('[data-filter]:checked').map((one) => one.dataset.filter));
  const code = $('[data-filter="code"]').value;
  const text = $('[data-filter="words"]').value.trim().toLowerCase();
  for (const one of $$(".doubt")) {
    const settled = one.classList.contains("seen");
    one.hidden = !((settled ? levels.has("seen") : levels.has(one.dataset.severity)) &&
      (!code || one.dataset.code === code) &&
      (!text || one.textContent.toLowerCase().includes(text)));
  }
  counted();
};
const counted = () => {
  const list = visible();
  const at = list.findIndex((one) => one.id === chosen.doubt);
  $("[data-where]").textContent = (at < 0 ? "–" : at + 1) + " / " + list.length;
  for (const one of $$("[data-go]")) one.disabled = !list.length;
};
const step = (by) => {
  openTab("doubts");
  const list = visible();
  if (!list.length) return;
  const at = list.findIndex((one) => one.id === chosen.doubt);
  chooseDoubt(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length]);
  counted();
};
const stepItem = (by) => {
  const items = $$(".item", mainPanes.restored);
  const at = items.findIndex((one) => one.id === chosen.item);
  const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by];
  if (next) choose({ item: next.id });
};
const stepMark = (by) => {
  const marks = $$(".m", mainPanes.restored);
  if (!marks.length) return;
  let at = marks.indexOf(chosen.mark);
  if (at < 0) {
    const here = byId(chosen.item);
    const before = here ? marks.filter((one) => here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING).length : 0;
    at = by > 0 ? before - 1 : before;
  }
  chooseMark(marks[(at + by + marks.length) % marks.length], null);
};

// -- tabs and views ------------------------------------------------------------------------

const openTab = (key) => {
  for (const tab of $$('[role="tab"]')) {
    const on = tab.id === "tab-" + key;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    byId(tab.getAttribute("aria-controls")).hidden = !on;
  }
  if (key === "pages") pages.follow(chosen.item);
};
$('[role="tablist"]').addEventListener("keydown", (event) => {
  const tabs = $$('[role="tab"]');
  const by = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.length, End: tabs.length }[event.key];
  if (!by) return;
  event.preventDefault();
  const at = tabs.indexOf(document.activeElement);
  const to = Math.abs(by) > 1 ? (by < 0 ? 0 : tabs.length - 1) : (at + by + tabs.length) % tabs.length;
  openTab(tabs[to].id.slice(4));
  tabs[to].focus();
});
const view = (name) => {
  document.body.dataset.view = name;
  for (const one of $$("[data-view]")) if (one !== document.body) one.setAttribute("aria-pressed", String(one.dataset.view === name));
};
