// The proofing page: choosing, stepping, filtering; in a live desk, acting and undoing.
(() => {
  "use strict";
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

  // -- choosing: a line, an item, a mark, a doubt ------------------------------------------

  const chosen = { item: null, line: 0, mark: null, doubt: null };
  const mainPanes = { source: $("#source"), restored: $("#restored") };

  const show = (element, pane, focus = false) => {
    if (!element) return;
    if (matchMedia("(max-width: 700px)").matches && pane && focus) view(pane.id);
    const box = element.getBoundingClientRect();
    const frame = (pane || element.closest(".pane, .panel")).getBoundingClientRect();
    if (box.top < frame.top + 36 || box.bottom > frame.bottom - 8) {
      element.scrollIntoView({ block: box.height > frame.height * 0.6 ? "start" : "center" });
      // What lay outside the view is measured only now.
      requestAnimationFrame(() => {
        const now = element.getBoundingClientRect();
        if (now.bottom < frame.top || now.top > frame.bottom) element.scrollIntoView({ block: "center" });
      });
    }
  };

  const clear = () => {
    for (const element of $$(".chosen, .near")) element.classList.remove("chosen", "near");
    for (const mark of $$(".m.on")) mark.classList.remove("on");
    window.CSS?.highlights?.delete("found");
  };

  const linesOf = (text) => (text || "").split(", ").filter(Boolean).flatMap((part) => {
    const [first, last = first] = part.split("–").map(Number);
    return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  });
  const line = (number) => byId("L" + number);
  const innermost = (element) => element && element.closest(".item");

  const choose = (what, { from = null, focus = false } = {}) => {
    clear();
    Object.assign(chosen, { item: null, line: 0, mark: null, doubt: null }, what);
    let item = byId(chosen.item);
    if (!item && chosen.line) {
      const to = line(chosen.line)?.dataset.to;
      item = byId(to);
    }
    if (item && !item.classList.contains("item")) item = $(".item", item);
    chosen.item = item?.id ?? null;
    item?.classList.add("chosen");
    const near = chosen.line && !chosen.mark && !what.item ? [chosen.line] : linesOf(item?.dataset.lines);
    for (const number of near) line(number)?.classList.add(chosen.line === number || what.item ? "chosen" : "near");
    if (chosen.line) line(chosen.line)?.classList.add("chosen");
    if (chosen.mark) chosen.mark.classList.add("on");
    const first = line(chosen.line || near[0]);
    if (from !== "source") show(first, mainPanes.source);
    if (from !== "restored") show(chosen.mark?.closest("#restored") ? chosen.mark : item, mainPanes.restored, focus);
    const doubt = byId(chosen.doubt);
    for (const one of $$(".doubt[aria-current]")) one.removeAttribute("aria-current");
    if (doubt) {
      doubt.classList.add("chosen");
      doubt.setAttribute("aria-current", "true");
      show(doubt, byId("panel-doubts"));
    }
    if (chosen.item) history.replaceState(null, "", "#" + chosen.item);
    tell();
    pages.follow(chosen.item);
  };

  const chooseMark = (mark, from = mark.closest(".pane")?.id) => {
    const item = innermost(mark);
    const own = mark.closest(".line");
    choose(
      { item: item?.id ?? null, line: own ? Number(own.id.slice(1)) : Number(mark.dataset.first || mark.dataset.line || 0), mark },
      { from },
    );
    mark.focus({ preventScroll: true });
  };

  const chooseDoubt = (doubt) => {
    const number = Number(doubt.dataset.line);
    choose({ doubt: doubt.id, line: number, item: number ? null : doubt.dataset.to || null }, { focus: false });
    pointAt((doubt.dataset.about || "").split(" | "), number, Number(doubt.dataset.last));
  };

  // -- pointing: the very words that a doubt speaks of, on both sides -------------------------

  // The first of the texts that stands in one of the elements, as a range.
  const rangeOf = (texts, elements) => {
    for (const text of texts) {
      for (const element of elements) {
        const nodes = [];
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".no")) nodes.push(walker.currentNode);
        const start = nodes.map((node) => node.data).join("").indexOf(text);
        if (start < 0) continue;
        const range = document.createRange();
        let passed = 0;
        for (const node of nodes) {
          const end = passed + node.length;
          if (start >= passed && start < end) range.setStart(node, start - passed);
          if (start + text.length > passed && start + text.length <= end) {
            range.setEnd(node, start + text.length - passed);
            return range;
          }
          passed = end;
        }
      }
    }
    return null;
  };
  const pointAt = (texts, first, last) => {
    if (!window.CSS?.highlights) return;
    const wanted = texts.filter((text) => text.length > 1).sort((a, b) => b.length - a.length);
    const lines = [];
    for (let number = first; number && number <= last; number += 1) lines.push(line(number));
    const item = byId(chosen.item);
    const found = [rangeOf(wanted, lines.filter(Boolean)), item && rangeOf(wanted, [item])].filter(Boolean);
    CSS.highlights.set("found", new Highlight(...found));
    for (const range of found) {
      const pane = range.startContainer.parentElement.closest(".pane");
      const box = range.getBoundingClientRect();
      const frame = pane.getBoundingClientRect();
      if (box.top < frame.top + 40 || box.bottom > frame.bottom - 20) {
        pane.scrollTop += box.top - frame.top - frame.height / 2;
      }
    }
  };

  // -- the card: what is chosen, and what can be done about it ------------------------------

  const card = $("#card");
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const button = (text, run, key = "") => make("button", {
    type: "button", textContent: text, title: key ? text + " (" + key + ")" : "", onclick: run,
  });

  const tell = () => {
    const item = byId(chosen.item);
    const own = line(chosen.line);
    const { mark } = chosen;
    const parts = [];
    if (mark) {
      parts.push(make("h3", { textContent: words.marks[mark.classList[1]] ?? "" }), make("p", { textContent: mark.title }));
    } else if (item) {
      const one = item.dataset.first === item.dataset.last;
      const where = item.dataset.lines ? " · " + say(one ? "on_line" : "lines", item.dataset.lines) : "";
      parts.push(make("h3", { textContent: item.dataset.name + where }));
    } else if (own) {
      const state = own.classList.contains("gone") ? "gone" : own.classList.contains("blank") ? "blank" : "line";
      parts.push(make("h3", { textContent: say("line", chosen.line) + " · " + words[state] }));
    } else {
      card.replaceChildren(make("p", { className: "empty", textContent: words.nothing }));
      return;
    }
    if (!mark && item?.dataset.says) parts.push(make("p", { textContent: item.dataset.says }));
    const doubt = byId(chosen.doubt);
    if (doubt) parts.push(make("p", { textContent: $(".message", doubt).textContent }));
    if (!mark) parts.push(...gathered(item));
    if (mark?.matches(".form")) parts.push(...forms(mark, item));
    if (live) parts.push(acts(item, own, mark, doubt));
    else if (mark && mark.dataset.to) parts.push(make("p", {}, make("a", { href: "#" + mark.dataset.to, textContent: words.go })));
    card.replaceChildren(...parts);
  };

  // The forms on offer for a doubtful character, as in the list of the other script.
  const forms = (mark, item) => {
    const { character } = mark.dataset;
    const same = $$(".m.form", item).filter((one) => one.dataset.character === character);
    const rows = $$(".forms li").filter((one) => one.dataset.to === item?.id && $("mark", one).textContent === character);
    const choices = $(".choices", rows[same.indexOf(mark)] ?? make("div"));
    return choices ? [choices.cloneNode(true)] : [];
  };

  // What the marks inside a chosen item say, so that nothing has to be hunted for.
  const gathered = (item) => {
    const marks = item ? $$(".m", item).filter((one) => innermost(one) === item && !one.matches(".wrap, .place")) : [];
    if (!marks.length) return [];
    const list = make("ul", { className: "plain" });
    const same = Map.groupBy(marks, (one) => one.title);
    for (const [title, all] of [...same].slice(0, 8)) {
      const text = all.length > 1 ? title + " × " + all.length : title;
      const link = make("button", { type: "button", className: "small", textContent: text });
      link.addEventListener("click", () => chooseMark(all[(all.indexOf(chosen.mark) + 1) % all.length], null));
      list.append(make("li", {}, link));
    }
    if (same.size > 8) list.append(make("li", { textContent: say("more", same.size - 8) }));
    return [list];
  };

  // -- acts of a live desk -------------------------------------------------------------------

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

  // -- the list of doubts ------------------------------------------------------------------

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

  // -- pictures of the pages -----------------------------------------------------------------

  const pages = (() => {
    const panel = byId("panel-pages");
    if (!panel) return { follow() {}, stale() {} };
    const picture = $("[data-picture]", panel);
    const frames = $("[data-frames]", panel);
    const said = $("[data-landed]", panel);
    let state = data.pages;
    let at = 0;
    let asked = 0;
    let wanted = null;
    const draw = (item) => {
      const places = (item && state.places[item]) || [];
      frames.replaceChildren();
      for (const [page, x, y, w, h] of places) {
        if (page !== at) continue;
        const frame = make("div", { className: "frame" });
        Object.assign(frame.style, { left: x + "%", top: y + "%", width: w + "%", height: h + "%" });
        frames.append(frame);
      }
      $("[data-folio]", panel).textContent = at + 1 + " / " + state.total;
    };
    const open = async (page, item) => {
      at = Math.max(0, Math.min(page, state.total - 1));
      const turn = ++asked;
      let source = state.pictures?.[at];
      if (!source && live) {
        const answer = await fetch("/picture/" + (at + 1), { headers: { "X-Fukan-Token": data.token } });
        if (!answer.ok) return;
        source = URL.createObjectURL(await answer.blob());
        (state.pictures ??= {})[at] = source;
      }
      if (turn !== asked || !source) return;
      picture.src = source;
      picture.hidden = false;
      picture.alt = say("page_picture", at + 1);
      draw(item);
    };
    const home = (item) => {
      // The places are those of blocks; what has none of its own lies where its box does.
      let element = byId(item);
      while (element && !state.places[element.id]) element = element.parentElement?.closest(".item, .part");
      return element?.id ?? null;
    };
    const follow = (item) => { shown(item).catch(() => { said.textContent = words.no_pages; }); };
    const shown = async (item) => {
      wanted = item;
      if (panel.hidden) return;
      if (!state && live) {
        said.textContent = words.setting;
        const answer = await fetch("/pages", { headers: { "X-Fukan-Token": data.token } });
        if (!answer.ok) { said.textContent = words.no_pages; return; }
        state = await answer.json();
      }
      if (!state) return;
      const found = home(wanted);
      const places = found ? state.places[found] : null;
      if (places) {
        const all = [...new Set(places.map((one) => one[0] + 1))];
        said.textContent = say("landed", all.join(", "));
        await open(places[0][0], found);
      } else {
        said.textContent = wanted ? words.not_set : words.choose_page;
        if (picture.hidden) await open(0, null);
        else draw(null);
      }
    };
    panel.addEventListener("click", (event) => {
      const turn = event.target.closest("[data-turn]");
      if (turn && state) {
        open(at + Number(turn.dataset.turn), home(wanted)).catch(() => { said.textContent = words.no_pages; });
      }
    });
    return { follow, stale() { if (live) { state = null; follow(wanted); } } };
  })();

  // -- events ----------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const target = event.target;
    const done = target.closest("[data-act]");
    if (done && live) {
      const facts = done.dataset;
      if (facts.act === "undo") act({ do: "undo" }, words.undone);
      if (facts.act === "keep") act({ do: "keep", line: Number(facts.line) });
      if (facts.act === "form") act({ do: "form", text: facts.text, becomes: facts.becomes });
      if (facts.act === "back") act({ do: "back", place: Number(facts.place) }, words.undone);
      return;
    }
    const go = target.closest("[data-go]");
    if (go) { step(go.dataset.go === "next" ? 1 : -1); return; }
    const seenView = target.closest("button[data-view]");
    if (seenView) { view(seenView.dataset.view); return; }
    const tab = target.closest('[role="tab"]');
    if (tab) { openTab(tab.id.slice(4)); return; }
    if (target.closest("[data-close]")) { target.closest("dialog").close(); return; }
    const mark = target.closest(".m");
    if (mark) { event.preventDefault(); chooseMark(mark); return; }
    const link = target.closest('a[href^="#"]');
    if (link) {
      event.preventDefault();
      follow(link.getAttribute("href").slice(1));
      const context = link.parentElement.querySelector(".context");
      if (context) {
        const number = Number(link.textContent) || 0;
        pointAt([context.textContent.trim()], number, number);
      }
      return;
    }
    const doubt = target.closest(".doubt .pick");
    if (doubt) { chooseDoubt(doubt.closest(".doubt")); counted(); return; }
    const item = target.closest(".item");
    if (item) {
      if (moving && item.matches(".paragraph")) { place(item); return; }
      choose({ item: item.id }, { from: "restored" });
      return;
    }
    const own = target.closest(".line");
    if (own && own.id) choose({ line: Number(own.id.slice(1)) }, { from: "source" });
  });

  const follow = (id) => {
    const element = byId(id);
    if (!element) return;
    if (element.classList.contains("line")) choose({ line: Number(id.slice(1)) });
    else choose({ item: element.classList.contains("item") ? id : $(".item", element)?.id ?? null }, { focus: true });
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches?.("[data-filter]")) filter();
  });
  $("#help").addEventListener("click", () => $("#keys").showModal());
  const single = $("#single");
  single.checked = memory.get("single", "1") === "1";
  single.addEventListener("change", () => memory.set("single", single.checked ? "1" : "0"));

  const seamNow = () => (chosen.mark?.matches(".seam, .wrap") ? chosen.mark : seamOfDoubt());
  // A doubt about a seam is settled at the seam on the first of its lines.
  const seamOfDoubt = () => {
    const doubt = byId(chosen.doubt);
    return doubt ? $('#restored .m.seam[data-first="' + doubt.dataset.line + '"]') : null;
  };
  const tabKeys = $$('[role="tab"]').map((tab) => tab.id.slice(4));

  document.addEventListener("keydown", (event) => {
    const target = event.target;
    const typing = target.matches?.("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape") {
      if (moving) stopMoving();
      if (typing) target.blur();
      return;
    }
    if (target.matches?.(".m") && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      chooseMark(target);
      const to = target.dataset.to;
      if (to) follow(to);
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !single.checked || $("dialog[open]")) return;
    const item = byId(chosen.item);
    const seam = live ? seamNow() : null;
    const keys = {
      j: () => step(1),
      k: () => step(-1),
      n: () => stepMark(1),
      p: () => stepMark(-1),
      "/": () => { openTab("doubts"); $('[data-filter="words"]').focus(); },
      d: turnTheme,
      "?": () => $("#keys").showModal(),
    };
    if (live) {
      Object.assign(keys, {
        s: () => { const doubt = byId(chosen.doubt); if (doubt && !doubt.classList.contains("seen")) seen(doubt); },
        a: () => seam && join(seam),
        x: () => seam && part(seam),
        e: () => (item || chosen.line) && edit(item, line(chosen.line)),
        m: () => item?.dataset.above && act({ do: "join", first: Number(item.dataset.above), second: Number(item.dataset.first) }),
        v: () => { const box = item?.closest(".item.box"); if (moving) place(item); else if (box) startMoving(box); },
        u: () => act({ do: "undo" }, words.undone),
      });
    }
    const number = Number(event.key);
    if (number >= 1 && number <= tabKeys.length) { event.preventDefault(); openTab(tabKeys[number - 1]); return; }
    const run = keys[event.key];
    if (run) { event.preventDefault(); run(); }
  });

  // -- a live desk keeps up with the files ------------------------------------------------------

  if (live) {
    $("#undo").disabled = !data.undo;
    let lost = false;
    setInterval(async () => {
      if (busy || document.hidden || $("dialog[open]")) return;
      try {
        const answer = await fetch("/state?since=" + version, { headers: { "X-Fukan-Token": data.token } });
        if (answer.status === 200) { put(await answer.json()); toast(words.renewed); }
        else if (answer.status >= 400) toast((await answer.json()).error, true);
        if (lost) { lost = false; toast(words.back_again); }
      } catch {
        if (!lost) { lost = true; toast(words.gone_server, true); }
      }
    }, 2000);
  }

  filter();
  if (location.hash.length > 1) follow(location.hash.slice(1));
  document.body.dataset.ready = "1";
})();
