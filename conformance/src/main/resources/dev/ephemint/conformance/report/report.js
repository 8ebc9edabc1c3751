'use strict';
// Filters by verdict and text. Without scripts the page shows all checks.
(() => {
  const search = document.getElementById('search');
  const boxes = [...document.querySelectorAll('#filters input[type=checkbox]')];
  const items = [...document.querySelectorAll('#checks > li')];
  const texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  const quiet = ['passed', 'not-applicable', 'not-run'];

  function show() {
    const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const text = search.value.trim().toLowerCase();
    let shown = 0;
    for (const item of items) {
      item.hidden = !verdicts.has(item.dataset.verdict) || !texts.get(item).includes(text);
      shown += item.hidden ? 0 : 1;
    }
    document.getElementById('shown').textContent = `${shown} of ${items.length} checks`;
  }

  if (boxes.some((box) => !quiet.includes(box.value))) {
    for (const box of boxes) {
      box.checked = !quiet.includes(box.value);
    }
  }
  document.getElementById('filters').addEventListener('input', show);
  document.getElementById('filters').addEventListener('submit', (event) => event.preventDefault());
  show();
})();
