// What every page shares. Pages work without it; each further behaviour is a module of its own.
const csrf = document.querySelector('meta[name="csrf"]')?.content;

// htmx: the session's token goes with every request that we make for a form's part.
document.addEventListener('htmx:configRequest', (event) => {
  if (csrf) event.detail.headers['X-CSRF-Token'] = csrf;
});

// The page says what was done for eight seconds, unless the pointer or the focus is on it.
for (const toast of document.querySelectorAll('.toast[data-fades]')) {
  const fade = () => {
    if (toast.matches(':hover, :focus-within')) setTimeout(fade, 2000);
    else toast.remove();
  };
  setTimeout(fade, 8000);
  const address = new URL(location.href);
  address.searchParams.delete('done');
  address.searchParams.delete('n');
  history.replaceState(null, '', address);
}
