// Instant filter over the roster that already stands in the page; without it the links by subject and by
// municipality do the same. The choice lives in the address after "#", so it can be sent to a colleague.
(() => {
  'use strict';
  const finder = document.getElementById('finder');
  if (!finder) return;
  const text = document.getElementById('find-text');
  const subject = document.getElementById('find-subject');
  const place = document.getElementById('find-place');
  const found = document.getElementById('found');
  const nothing = document.getElementById('nothing');
  const fold = (s) => s.toLowerCase().replace(/ё/g, 'е').replace(/\s+/g, ' ').trim();
  const people = [...document.querySelectorAll('.person')].map((node) => ({
    node,
    text: fold(node.textContent),
    subject: node.dataset.subject,
    place: node.dataset.place,
  }));

  const plural = (n) => {
    const tens = n % 100;
    const ones = n % 10;
    if (tens > 10 && tens < 20) return 'методистов';
    if (ones === 1) return 'методист';
    return ones > 1 && ones < 5 ? 'методиста' : 'методистов';
  };

  const apply = () => {
    const words = fold(text.value).split(' ').filter(Boolean);
    let count = 0;
    for (const person of people) {
      const fits = (!subject.value || person.subject === subject.value) &&
        (!place.value || person.place === place.value) &&
        words.every((word) => person.text.includes(word));
      person.node.hidden = !fits;
      if (fits) count += 1;
    }
    const any = words.length > 0 || subject.value || place.value;
    found.textContent = any ? `Найдено: ${count} ${plural(count)}` : '';
    nothing.hidden = count > 0;
    const state = new URLSearchParams();
    if (text.value) state.set('q', text.value);
    if (subject.value) state.set('subject', subject.value);
    if (place.value) state.set('place', place.value);
    const hash = state.toString();
    if (hash || location.hash.includes('=')) history.replaceState(null, '', hash ? `#${hash}` : '#');
  };

  const state = new URLSearchParams(location.hash.slice(1));
  text.value = state.get('q') ?? '';
  subject.value = state.get('subject') ?? '';
  place.value = state.get('place') ?? '';
  if (subject.selectedIndex < 0) subject.value = '';
  if (place.selectedIndex < 0) place.value = '';
  text.addEventListener('input', apply);
  subject.addEventListener('change', apply);
  place.addEventListener('change', apply);
  finder.hidden = false;
  for (const id of ['by-subject', 'by-place']) document.getElementById(id).open = false;
  if (subject.value || place.value || text.value) apply();
})();
