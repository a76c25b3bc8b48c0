// Acts of a live desk, and what they change on the page.

let version = data.version;
let busy = false;
let moving = null;
let settled = 0;

const post = async (path, body) => {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Fukan-Token": data.token },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json().catch(() => ({})) };
};

const act = async (what, done = "") => {
  if (!live || busy) return false;
  let good = false;
  busy = true;
  document.body.classList.add("busy");
  try {
    const { status, body } = await post(what.do === "undo" ? "/undo" : "/act", { ...what, version });
    if (body.chunks) put(body);
    good = status === 200;
    if (good) toast(body.says || done || words.written);
    else toast(body.error || say("failed", status), true);
  } catch {
    toast(words.gone_server, true);
  } finally {
    busy = false;
    document.body.classList.remove("busy");
    document.body.dataset.acts = ++settled;
  }
  return good;
};

// Put what has changed in its place; everything else stays, and so do scroll and choice.
const put = (state) => {
  const scroll = Object.values(mainPanes).map((pane) => [pane, pane.scrollTop]);
  const before = { ...chosen, place: placeOf(chosen.doubt) };
  const active = document.activeElement?.closest("[id]")?.id;
  for (const [name, pane] of Object.entries(mainPanes)) {
    const wanted = state.order[name];
    for (const old of $$(":scope > .lines, :scope > .slot", pane)) if (!wanted.includes(old.id)) old.remove();
    let last = $("h2", pane);
    for (const key of wanted) {
      let slot = byId(key);
      if (!slot) slot = make("div", { id: key, className: name === "source" ? "lines" : "slot" });
      if (slot.previousElementSibling !== last) last.after(slot);
      if (key in state.chunks) slot.innerHTML = state.chunks[key];
      last = slot;
    }
  }
  for (const [key, html] of Object.entries(state.chunks)) {
    if (key === "figures" || key.startsWith("panel-")) {
      const panel = byId(key);
      if (!panel) continue;
      const kept = key === "panel-doubts" ? filters() : null;
      const open = $$("details", panel).map((one) => one.open);
      const at = panel.scrollTop;
      panel.innerHTML = html;
      $$("details", panel).forEach((one, n) => { if (n < open.length) one.open = open[n]; });
      if (kept) restoreFilters(kept);
      panel.scrollTop = at;
    }
  }
  for (const [key, total] of Object.entries(state.totals)) {
    const shownTotal = $('[data-total="' + key + '"]');
    if (shownTotal) shownTotal.textContent = total;
  }
  version = state.version;
  $("#undo").disabled = !state.undo;
  filter();
  const item = byId(before.item) || byId(line(before.line)?.dataset.to);
  if (before.doubt) {
    const next = visible()[Math.min(before.place, visible().length - 1)];
    if (next) chooseDoubt(next);
    else choose({ item: item?.id ?? null, line: before.line }, { from: "none" });
  } else {
    choose({ item: item?.id ?? null, line: before.line }, { from: "source" });
  }
  for (const [pane, top] of scroll) if (!before.doubt) pane.scrollTop = top;
  if (active) byId(active)?.focus?.({ preventScroll: true });
  pages.stale();
};
const placeOf = (id) => (id ? visible().findIndex((one) => one.id === id) : -1);

const acts = (item, own, mark, doubt) => {
  const row = make("div", { className: "acts" });
  const add = (...buttons) => row.append(...buttons);
  if (doubt && !doubt.classList.contains("seen")) add(button(words.seen, () => seen(doubt), "s"));
  const seam = mark && mark.matches(".seam, .wrap") ? mark : null;
  if (seam) {
    add(button(words.accept, () => join(seam), "a"), button(words.part, () => part(seam), "x"));
  }
  if (mark?.matches(".drop") && ["running-head", "folio", "page-marker", "rule", "image"].includes(mark.dataset.reason)) {
    add(button(words.keep, () => act({ do: "keep", line: Number(mark.dataset.line) })));
  }
  const number = own ? chosen.line : Number(item?.dataset.first || 0);
  if (!number) return row;
  add(button(words.edit, () => edit(item, own), "e"));
  if (mark) return row;
  if (own?.classList.contains("gone")) add(button(words.keep, () => act({ do: "keep", line: number })));
  if (item?.matches(".box")) return boxActs(row, item, number);
  const level = make("select", { ariaLabel: words.heading });
  level.append(make("option", { textContent: words.heading, value: "" }));
  for (const n of [1, 2, 3]) level.append(make("option", { textContent: words.heading + " " + n, value: String(n) }));
  level.append(make("option", { textContent: words.no_heading, value: "0" }));
  level.addEventListener("change", () => {
    if (level.value) act({ do: "heading", line: number, level: Number(level.value) });
  });
  add(level);
  add(button(item?.matches(".title") ? words.no_title : words.title, () =>
    act({ do: "title", line: number, starts: !item?.matches(".title") })));
  if (item?.dataset.above && Number(item.dataset.above) < Number(item.dataset.first)) {
    add(button(words.join_above, () => act({ do: "join", first: Number(item.dataset.above), second: Number(item.dataset.first) }), "m"));
  }
  const at = caret(item, own);
  if (at) add(button(words.split_here, () => act(at)));
  if (moving) add(button(words.here, () => place(item)));
  add(button(words.box_starts, () => act({ do: "box", line: number, starts: true })));
  const box = item?.parentElement?.closest(".item.box");
  const above = item?.previousElementSibling ?? item?.parentElement.previousElementSibling?.lastElementChild;
  if (!box && above?.matches(".item.box")) {
    add(button(words.into_box, () => act({ do: "box-end", line: Number(above.dataset.first), last: Number(item.dataset.last) })));
  }
  if (box) add(button(words.box_ends, () => act({ do: "box-end", line: Number(box.dataset.first), last: Number(item.dataset.last) })));
  add(button(words.drop, () => act({ do: "drop", line: number })));
  return row;
};

const boxActs = (row, box, number) => {
  row.append(
    button(words.move, () => startMoving(box), "v"),
    button(words.up, () => shift(box, -1)),
    button(words.down, () => shift(box, 1)),
    button(words.no_box, () => act({ do: "box", line: number, starts: false })),
  );
  return row;
};

const join = (mark) => act({ do: "join", first: Number(mark.dataset.first), second: Number(mark.dataset.second) });
const part = (mark) => act({ do: "split", first: Number(mark.dataset.first), second: Number(mark.dataset.second) });
const seen = (doubt) => act({ do: "seen", code: doubt.dataset.code, line: Number(doubt.dataset.line), about: doubt.dataset.about });

// The caret, as an offset in a source line or in the text of a paragraph.
const caret = (item, own) => {
  const selection = getSelection();
  if (!selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const holder = range.startContainer.parentElement?.closest(".line .text, .item.paragraph > p");
  if (!holder) return null;
  const before = document.createRange();
  before.setStart(holder, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const offset = [...before.toString()].length;
  if (!offset || offset >= [...holder.textContent].length) return null;
  if (own && holder.closest(".line") === own) return { do: "split-at", line: chosen.line, offset };
  if (item && holder.parentElement === item) return { do: "split-in", item: item.id.slice(2), offset };
  return null;
};

// Moving a box: choose it, then the paragraph it belongs to.
const startMoving = (box) => {
  moving = { line: Number(box.dataset.first) };
  document.body.classList.add("moving");
  toast(words.moving);
};
const stopMoving = () => { moving = null; document.body.classList.remove("moving"); };
const place = (item) => {
  const what = moving;
  stopMoving();
  if (what && item?.dataset.first) act({ do: "move", line: what.line, paragraph: Number(item.dataset.first) });
};
const shift = (box, by) => {
  const paragraphs = $$(".item.paragraph", mainPanes.restored).filter((one) => !one.closest(".item.box") && one.dataset.first);
  let at = paragraphs.findIndex((one) => one.id === box.dataset.anchor);
  if (at < 0) at = paragraphs.filter((one) => one.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).length - 1;
  const to = paragraphs[at + by];
  if (to) act({ do: "move", line: Number(box.dataset.first), paragraph: Number(to.dataset.first) });
  else toast(words.no_further);
};

// Editing: one field for each source line of the item.
const editor = $("#editor");
const edit = (item, own) => {
  const numbers = own && !chosen.mark ? [chosen.line] : linesOf(item?.dataset.lines);
  const wanted = numbers.length ? numbers : [chosen.line];
  const fields = $(".fields", editor);
  fields.replaceChildren();
  for (const number of wanted) {
    const source = line(number);
    if (!source || source.classList.contains("blank")) continue;
    const now = source.dataset.now ?? $(".text", source).textContent;
    const draft = drafts.of(number, now);
    const field = make("textarea", { value: draft ?? now, rows: Math.min(12, Math.ceil(now.length / 36) + 1), spellcheck: false });
    Object.assign(field.dataset, { line: number, was: now });
    fields.append(make("label", {}, make("span", { textContent: say("line", number) }), field));
  }
  if (!fields.children.length) return;
  if ($$("textarea", fields).some((field) => field.value !== field.dataset.was)) toast(words.draft);
  editor.showModal();
  const first = $("textarea", fields);
  first.focus();
  first.setSelectionRange(0, 0);
};
// What is typed survives a browser or a server that dies before it is saved.
const drafts = {
  key: (number) => "draft-" + data.name + "-" + number,
  of(number, was) {
    const [old, value] = JSON.parse(memory.get(this.key(number), "[]"));
    return old === was ? value : null;
  },
  keep(field) {
    memory.set(this.key(field.dataset.line), JSON.stringify([field.dataset.was, field.value]));
  },
  forget() {
    for (const field of $$("textarea", editor)) memory.drop(this.key(field.dataset.line));
  },
};
editor?.addEventListener("input", (event) => drafts.keep(event.target));
editor?.addEventListener("click", (event) => { if (event.target.closest("[data-close]")) drafts.forget(); });
editor?.addEventListener("submit", async () => {
  const lines = {};
  for (const field of $$("textarea", editor)) {
    const value = field.value.replace(/\s*\n\s*/g, "");
    if (value !== field.dataset.was) lines[field.dataset.line] = value;
  }
  if (!Object.keys(lines).length) return;
  if (await act({ do: "text", lines })) drafts.forget();
});
