// Keeps what the reader chose in the panel "Версия для слабовидящих" (docs/design-system.md). Runs before the first
// paint; the style sheet answers to the attributes of <html> as it does to the panel's radio buttons.
(() => {
  const root = document.documentElement;
  const key = 'metodaktiv-view';
  const names = ['size', 'spacing', 'colours', 'graphics'];
  const form = () => document.getElementById('view-form');
  let kept = {};

  const show = () => {
    for (const name of names) {
      if (kept[name]) root.dataset[name] = kept[name];
      else delete root.dataset[name];
      if (!form()) continue;
      const radios = [...form().elements[name]];
      const chosen = radios.find((radio) => radio.value === kept[name]);
      if (!chosen) delete root.dataset[name];
      (chosen ?? radios.find((radio) => radio.defaultChecked)).checked = true;
    }
  };
  const load = () => {
    try {
      kept = JSON.parse(localStorage.getItem(key)) ?? {};
      root.dataset.kept = '';
    } catch {
      // Storage is forbidden or holds something else: the choice lives as long as the page.
    }
    show();
  };
  const keep = (choice) => {
    kept = choice;
    show();
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {}
  };
  const choices = () => {
    const radios = [...form().querySelectorAll(':checked')];
    return Object.fromEntries(radios.filter((r) => !r.defaultChecked).map((r) => [r.name, r.value]));
  };

  load();
  addEventListener('DOMContentLoaded', () => {
    show();
    form().addEventListener('change', () => keep(choices()));
    form().addEventListener('reset', () => keep({}));
  });
  addEventListener('pageshow', (event) => event.persisted && load());
  addEventListener('storage', (event) => event.key === key && load());
})();
