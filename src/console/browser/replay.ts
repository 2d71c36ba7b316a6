/**
 * Turns the two lists of positions into sliders, and shows a position without loading the page anew. The lists stay:
 * whoever cannot or does not want to slide chooses there.
 */

/** Only the last of several quick moves is shown. */
let asked = 0;

function dress(root: ParentNode): void {
  for (const select of root.querySelectorAll<HTMLSelectElement>('select[data-slider]')) {
    const label = root.querySelector<HTMLLabelElement>(`label[for="${select.id}"]`);
    const slider = document.createElement('input');
    slider.type = 'range';
    slider.className = 'titian-slider';
    slider.min = '0';
    slider.max = String(select.options.length - 1);
    slider.value = String(select.selectedIndex);
    slider.id = `${select.id}-slider`;
    slider.setAttribute('aria-label', label?.textContent ?? '');
    const tell = (): void => {
      slider.setAttribute('aria-valuetext', select.selectedOptions[0]?.textContent?.trim() ?? '');
    };
    tell();
    slider.addEventListener('input', () => {
      select.selectedIndex = Number(slider.value);
      tell();
    });
    slider.addEventListener('change', () => void show(slider.id));
    select.addEventListener('change', () => {
      slider.value = String(select.selectedIndex);
      tell();
      void show(select.id);
    });
    select.before(slider);
  }
}

/** @param focus id of what was moved: it keeps the focus on the new page's controls. */
async function show(focus: string): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('[data-replay-form]');
  const region = document.querySelector('[data-replay]');
  if (form === null || region === null) return;
  asked += 1;
  const mine = asked;
  const pairs = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  const address = `${form.action}?${new URLSearchParams(pairs)}`;
  region.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector('[data-replay]');
    if (mine !== asked) return;
    if (!response.ok || fresh === null) throw new Error(String(response.status));
    region.replaceWith(document.adoptNode(fresh));
    history.replaceState(null, '', address);
    dress(document);
    document.getElementById(focus)?.focus();
  } catch {
    if (mine === asked) location.assign(address);
  }
}

dress(document);
