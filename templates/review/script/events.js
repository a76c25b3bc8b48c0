// Mouse, keyboard, and the files that change outside.

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
    "]": () => stepItem(1),
    "[": () => stepItem(-1),
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
