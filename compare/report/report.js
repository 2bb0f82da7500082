"use strict";
(() => {
// The page is whole without this script; it adds filters, keys, review marks and the switch of the base.
const $ = (s, at = document) => at.querySelector(s);
const $$ = (s, at = document) => [...at.querySelectorAll(s)];
const root = document.documentElement;
root.classList.add("js");
const stored = (key, value) => {
  try {
    if (value === undefined) return localStorage.getItem(key);
    localStorage.setItem(key, value);
  } catch { /* a browser may refuse storage; the page works on without it */ }
  return null;
};
const say = text => { $("#said").textContent = text; };

// ---- filter and sort; the state stands in the address as #?kind=number&severity=high
const fields = { q: $("#filter"), kind: $("#kind"), severity: $("#severity"), sort: $("#sort") };
const findings = $$(".finding");
const stories = $$(".story");
const lines = $$(".line");
const order = [...lines];
const textOf = new Map();
const holds = (el, words) => {
  if (!textOf.has(el)) textOf.set(el, ((el.dataset.s || "") + " " + el.textContent).toLowerCase());
  return words.every(w => textOf.get(el).includes(w));
};
const state = () => {
  const found = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) if (field && field.value) found.set(name, field.value);
  return found;
};
const fits = (el, kind, severity) => (!kind || el.dataset.kind === kind) && (!severity || el.dataset.severity === severity);
const lineFits = (line, kind, severity) => {
  if (kind && !line.dataset.kinds.split(" ").includes(kind)) return false;
  return !severity || severity === "info" || line.dataset[severity] !== "0";
};
function apply() {
  const { q, kind, severity } = Object.fromEntries(state());
  const words = (q || "").toLowerCase().split(/\s+/).filter(Boolean);
  const narrowed = kind || severity;
  for (const f of findings) f.hidden = Boolean(narrowed) && !fits(f, kind, severity);
  const kept = new Set();
  for (const story of stories) {
    const matching = !narrowed || $$(".finding", story).some(f => !f.hidden);
    story.hidden = !(matching && (!words.length || !lines.length || holds(story, words)));
    if (!story.hidden) kept.add(story.id);
    if (narrowed) for (const d of $$("details", story)) if ($(".finding:not([hidden])", d)) d.open = true;
  }
  if (!lines.length && words.length) for (const f of findings) f.hidden ||= !holds(f, words);
  for (const line of lines) {
    const there = stories.length ? kept.has(line.dataset.story) : lineFits(line, kind, severity) && holds(line, words);
    line.hidden = !there;
  }
  const shown = findings.filter(f => !f.hidden && !f.closest(".story[hidden]")).length;
  const storiesShown = lines.filter(l => !l.hidden).length;
  const parts = [];
  if (lines.length) parts.push(`${storiesShown} of ${lines.length} stories`);
  if (findings.length) parts.push(`${shown} of ${findings.length} differences`);
  $("#shown").textContent = words.length || narrowed ? `Showing ${parts.join(", ")}.` : "";
}
const sorts = {
  newest: (a, b) => b.dataset.newest.localeCompare(a.dataset.newest),
  origins: (a, b) => b.dataset.origins - a.dataset.origins,
  headline: (a, b) => $("bdi", a).textContent.localeCompare($("bdi", b).textContent),
};
function sort() {
  const by = sorts[fields.sort && fields.sort.value];
  const sorted = by ? [...order].sort(by) : order;
  if (sorted.length) sorted[0].parentNode.append(...sorted);
}
function remember() {
  const hash = state().toString();
  history.replaceState(null, "", hash ? `#?${hash}` : location.pathname + location.search);
}
function restore() {
  if (!location.hash.startsWith("#?")) return open(location.hash.slice(1));
  const found = new URLSearchParams(location.hash.slice(2));
  for (const [name, field] of Object.entries(fields)) if (field) field.value = found.get(name) || "";
  sort();
  apply();
}
// A link to something inside a closed part opens it.
function open(id) {
  const el = id && document.getElementById(id);
  if (!el) return;
  for (let d = el.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
  if (el.matches("tr")) for (const all of $$(".v-all", el.closest(".story"))) all.checked = true;
  if (el.hidden || el.closest("[hidden]")) { for (const f of Object.values(fields)) if (f && f !== fields.sort) f.value = ""; apply(); }
  el.scrollIntoView({ block: el.matches(".finding, tr") ? "center" : "start" });
  if (el.matches(".finding")) at = el;
}
for (const field of Object.values(fields)) if (field) field.addEventListener("input", () => { sort(); apply(); remember(); });
$("#tools").addEventListener("submit", e => e.preventDefault());
addEventListener("hashchange", restore);

// ---- keys
let at = null;
const help = $("#help");
const keysOn = $("#keys-on");
keysOn.checked = stored("twosource.keys") !== "off";
keysOn.addEventListener("change", () => stored("twosource.keys", keysOn.checked ? "on" : "off"));
$("#help-open").addEventListener("click", () => help.showModal());
$("#help-close").addEventListener("click", () => help.close());
function step(by) {
  const stops = findings.length ? findings : lines.map(line => $("a", line));
  const there = stops.filter(f => !f.closest("[hidden]") && !f.closest("details:not([open])"));
  if (!there.length) return say("No differences are shown.");
  const now = there.indexOf(at);
  const next = now < 0 ? (by > 0 ? 0 : there.length - 1) : Math.min(there.length - 1, Math.max(0, now + by));
  if (at) at.classList.remove("here");
  at = there[next];
  at.classList.add("here");
  at.focus({ preventScroll: true });
  at.scrollIntoView({ block: "center" });
}
addEventListener("keydown", e => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
  if (e.target.matches("input:not([type=radio],[type=checkbox]),textarea,select")) {
    if (e.key === "Escape") e.target.blur();
    return;
  }
  if (!keysOn.checked) return;
  if (e.key === "?") { if (help.open) help.close(); else help.showModal(); }
  else if (help.open) return;
  else if (e.key === "j") step(1);
  else if (e.key === "k") step(-1);
  else if (e.key === "/") fields.q.focus();
  else return;
  e.preventDefault();
});

// ---- the minimap: a click goes to the passage
for (const strip of $$(".story .strip")) strip.addEventListener("click", e => {
  const lane = e.target.closest("svg");
  if (!lane) return;
  const rows = $$(".side tbody tr", strip.closest(".story"));
  const box = lane.getBoundingClientRect();
  const row = rows[Math.min(rows.length - 1, Math.floor((e.clientX - box.left) / box.width * rows.length))];
  if (row) location.hash = row.id;
});

// ---- copying a difference, and the review
const KEY = "twosource.review";
let marks = {};
try { marks = JSON.parse(stored(KEY)) || {}; } catch { marks = {}; }
const clean = el => { const c = el.cloneNode(true); if (c.nodeType === 1) for (const v of $$(".v", c)) v.remove(); return c.textContent.replace(/\s+/g, " ").trim(); };
const asText = f => [
  `${$(".tag", f).textContent}: ${clean($(".subject", f))}`, ...$$(".rule", f).map(clean),
  ...$$("figure", f).map(q => `${[...$$(".src", q).map(s => `${clean(s.firstElementChild)} ${clean(s.lastChild)}`), ...$$("figcaption .more", q).map(clean)].join(", ")}: ${$$("blockquote", q).map(b => `“${clean(b)}”`).join(" ")}`),
  f.dataset.story, location.href.split("#")[0] + "#" + f.id,
].join("\n");
async function copy(f) {
  const text = asText(f);
  try { await navigator.clipboard.writeText(text); } catch {
    const box = document.createElement("textarea");
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
  say("Copied.");
}
const given = id => marks[id] && marks[id].mark ? marks[id] : null;
const tally = () => {
  const n = Object.keys(marks).filter(given).length;
  $("#reviewed").textContent = n ? `(${n})` : "";
};
function show(f) {
  const mine = given(f.id);
  for (const b of $$(".review button", f)) b.setAttribute("aria-pressed", String(Boolean(mine) && mine.mark === b.dataset.mark));
  $(".review input", f).value = mine ? mine.note : "";
  $(".review label", f).hidden = !mine;
  tally();
}
function set(f, mark, note) {
  if (!mark && f.dataset.mark) marks[f.id] = { id: f.id, mark: "" };
  else if (!mark) delete marks[f.id];
  else marks[f.id] = { id: f.id, mark, note, story: f.dataset.story, says: asText(f).split("\n").slice(0, 2).join(". "), articles: JSON.parse(f.dataset.articles) };
  stored(KEY, JSON.stringify(marks));
  show(f);
}
function equip(f) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", () => copy(f));
  $(".actions", f).append(button);
  $(".actions", f).append($("#review-tools").content.cloneNode(true));
  for (const b of $$(".review button", f)) b.addEventListener("click", () => {
    const same = given(f.id) && given(f.id).mark === b.dataset.mark;
    set(f, same ? "" : b.dataset.mark, $(".review input", f).value);
  });
  $(".review input", f).addEventListener("change", e => set(f, given(f.id) ? given(f.id).mark : "later", e.target.value));
  show(f);
}
findings.forEach(equip);
// Marks that came with the report count until this browser has one of its own; an empty one stands for a mark taken back.
for (const f of findings) if (f.dataset.mark && !marks[f.id]) set(f, f.dataset.mark, f.dataset.note);
tally();
$("#export-review").addEventListener("click", () => {
  const review = { schema_version: "1.0", marks: Object.keys(marks).sort().map(given).filter(Boolean) };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(review, null, 1) + "\n"], { type: "application/json" }));
  link.download = "review.json";
  link.click();
  URL.revokeObjectURL(link.href);
  say(`${review.marks.length} marks saved to review.json.`);
});

// ---- print opens everything, and closes it again
let closed = [];
addEventListener("beforeprint", () => { closed = $$("details:not([open])"); for (const d of closed) d.open = true; });
addEventListener("afterprint", () => { for (const d of closed) d.open = false; });

restore();
})();
