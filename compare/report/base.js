"use strict";
(() => {
// Another base: its column or reading first, its order, and the words compared with it
const $ = (s, at = document) => at.querySelector(s);
const $$ = (s, at = document) => [...at.querySelectorAll(s)];
const WORD = /[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu;
const LONGEST = 600;
const ALIKE = .4;
const make = (tag, hidden, text = "", name = "") => {
  const el = document.createElement(tag);
  if (name) el.className = name;
  const label = document.createElement("span");
  label.className = "v";
  label.textContent = hidden;
  el.append(label, text);
  return el;
};
function strip(el) {
  for (const gone of $$(".gone", el)) gone.remove();
  for (const step of $$("ins,del", el)) {
    $(".v", step).remove();
    step.replaceWith(...step.childNodes);
  }
  el.normalize();
}
function tokens(el) {
  const found = [];
  const walk = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.parentElement.closest(".v,.moved,.from,.sigs")) continue;
    for (const m of node.data.matchAll(WORD)) found.push({ node, start: m.index, end: m.index + m[0].length, word: m[0] });
  }
  return found;
}
// Longest common subsequence of words; null where the two are too unlike for a diff to help.
function compare(a, b) {
  if (!a.length || !b.length || a.length > LONGEST || b.length > LONGEST) return null;
  const wide = b.length + 1;
  const best = new Uint16Array((a.length + 1) * wide);
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--)
    best[i * wide + j] = a[i].word === b[j].word ? best[(i + 1) * wide + j + 1] + 1 : Math.max(best[(i + 1) * wide + j], best[i * wide + j + 1]);
  if (2 * best[0] / (a.length + b.length) < ALIKE) return null;
  const lost = new Set(), own = new Set(), gone = new Map();
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i].word === b[j].word) { i++; j++; }
    else if (j === b.length || (i < a.length && best[(i + 1) * wide + j] >= best[i * wide + j + 1])) {
      lost.add(i);
      gone.set(j, [...(gone.get(j) || []), a[i++].word]);
    } else own.add(j++);
  }
  return { lost, own, gone };
}
// Wraps the words of `chosen` from the last to the first, so that earlier places stay where they are.
function wrap(words, chosen, tag, gone) {
  for (let k = words.length; k >= 0; k--) {
    let first = k;
    if (chosen.has(k)) {
      while (chosen.has(first - 1) && words[first - 1].node === words[k].node && !(gone && gone.has(first))) first--;
      const range = document.createRange();
      range.setStart(words[first].node, words[first].start);
      range.setEnd(words[k].node, words[k].end);
      const step = make(tag, "only here: ");
      range.surroundContents(step);
      step.prepend(step.lastChild);
    }
    if (gone && gone.has(first)) {
      const range = document.createRange();
      const before = words[first - 1];
      range.setStart(before ? before.node : words[0].node, before ? before.end : words[0].start);
      range.insertNode(make("del", "not here: ", gone.get(first).join(" "), "gone"));
    }
    k = first;
  }
}
function markRow(readings, base, columns) {
  const words = new Map(readings.map(el => [el, (strip(el), tokens(el))]));
  const found = readings.filter(el => el !== base).map(el => [el, compare(words.get(base), words.get(el))]);
  for (const [el, diff] of found) if (diff) wrap(words.get(el), diff.own, "ins", columns ? null : diff.gone);
  if (!columns || !found.length || found.some(([, diff]) => !diff)) return;
  const lost = [...found[0][1].lost].filter(i => found.every(([, diff]) => diff.lost.has(i)));
  wrap(words.get(base), new Set(lost), "del", null);
}
const originals = new Map();
const has = (el, w) => el.dataset.w && el.dataset.w.split(" ").includes(w);
function rebase(story, w) {
  const table = $(".side", story);
  const columns = table.matches(".cols");
  if (!originals.has(table)) originals.set(table, { body: table.tBodies[0].cloneNode(true), head: [...table.tHead.rows[0].cells] });
  const { body, head } = originals.get(table);
  const fresh = body.cloneNode(true);
  table.tHead.rows[0].append(...head);
  if (w !== table.dataset.base) {
    let last = -1;
    const placed = [...fresh.rows].map((row, n) => {
      const readings = $$("td[data-at],.reading", row);
      const mine = readings.find(el => has(el, w));
      if (mine) last = Number(mine.dataset.at);
      const base = mine || readings[0];
      for (const el of $$(".reading", row)) el.classList.toggle("first", el === base);
      if (columns) row.cells[0].after($(`td[data-w="${w}"]`, row));
      else base.parentNode.prepend(base);
      markRow(readings, base, columns);
      return { row, n, last };
    });
    placed.sort((x, y) => x.last - y.last || x.n - y.n);
    fresh.append(...placed.map(p => p.row));
    if (columns) head[0].after(head.find(th => th.dataset.w === w));
  }
  table.tBodies[0].replaceWith(fresh);
  const siglum = $(`.base-switch option[value="${w}"]`, story).textContent.split(" ")[0];
  for (const el of $$(".base-name", table)) el.textContent = siglum;
  $("#said").textContent = `Base: ${siglum}.`;
}
for (const select of $$(".base-switch")) select.addEventListener("change", () => rebase(select.closest(".story"), select.value));
})();
