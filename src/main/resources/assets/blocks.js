// The editor: blocks are dragged by their grip; the new order is saved at once, with the ETag it started from.
import Sortable from './sortable.js';

const csrf = document.querySelector('meta[name="csrf"]')?.content ?? '';

function ready() {
  const paper = document.querySelector('.paper[data-order]');
  if (!paper || paper.sortable) return;
  for (const grip of paper.querySelectorAll('[data-grip]')) grip.hidden = false;
  const order = () => [...paper.querySelectorAll(':scope > .block[id]:not(#form)')].map((block) => block.id);
  let before = order();
  paper.sortable = Sortable.create(paper, {
    draggable: '.block',
    handle: '[data-grip]',
    forceFallback: true,
    fallbackTolerance: 4,
    animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
    onEnd: async () => {
      const now = order();
      if (now.join() === before.join()) return;
      const body = new URLSearchParams({ csrf, etag: paper.dataset.etag, order: now.join() });
      const answer = await fetch(paper.dataset.order, { method: 'POST', body, headers: { 'X-CSRF-Token': csrf } });
      if (!answer.ok) {
        location.reload();
        return;
      }
      paper.dataset.etag = answer.headers.get('ETag') ?? '';
      before = now;
      say(paper.dataset.moved);
    },
  });
}

function say(words) {
  document.querySelector('.toast')?.remove();
  const toast = document.createElement('div');
  toast.className = 'toast';
  toast.setAttribute('role', 'status');
  document.body.append(toast);
  toast.textContent = words;
  setTimeout(() => toast.remove(), 8000);
}

// One menu at a time; Escape closes it and gives the focus back.
document.addEventListener('toggle', (event) => {
  if (!event.target.matches('details.add') || !event.target.open) return;
  for (const other of document.querySelectorAll('details.add[open]')) if (other !== event.target) other.open = false;
}, true);
document.addEventListener('keydown', (event) => {
  const open = document.querySelector('details.add[open]');
  if (event.key === 'Escape' && open) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});
document.addEventListener('click', (event) => {
  const open = document.querySelector('details.add[open]');
  if (open && !open.contains(event.target)) open.open = false;
});

// What is typed is not lost by a wrong click.
const typing = document.querySelector('form.typing');
if (typing) {
  let changed = false;
  typing.addEventListener('input', () => { changed = true; });
  typing.addEventListener('submit', () => { changed = false; });
  addEventListener('beforeunload', (event) => { if (changed) event.preventDefault(); });
  // Only when the page is whole: going to #form takes the focus away again.
  const begin = () => setTimeout(() => {
    typing.querySelector('textarea, input:not([type="hidden"])')?.focus({ preventScroll: true });
  });
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin);
}

document.addEventListener('htmx:afterSwap', ready);
ready();
