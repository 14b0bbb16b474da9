// A resource is found in the library by words; choosing one fills in its title and address.
for (const picker of document.querySelectorAll('[data-picker]')) {
  picker.querySelector('.find-one').hidden = false;
  const field = (end) => picker.querySelector(`input[name$=".${end}"]`);
  picker.querySelector('.found').addEventListener('click', (event) => {
    const chosen = event.target.closest('button[data-id]');
    if (!chosen) return;
    field('id').value = chosen.dataset.id;
    field('title').value = chosen.dataset.title;
    field('url').value = chosen.dataset.url;
    picker.querySelector('.found').replaceChildren();
    picker.querySelector('input[type="search"]').value = '';
    field('title').focus();
  });
}
