/** Reads a part of the page aloud with the browser's own voice. Where there is none, the button stays hidden. */

const button = document.querySelector<HTMLButtonElement>('[data-read-aloud]');
const part =
  button?.dataset.readAloud === undefined
    ? null
    : document.querySelector<HTMLElement>(button.dataset.readAloud);

if (button !== null && part !== null && 'speechSynthesis' in window) {
  button.hidden = false;
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      button.setAttribute('aria-pressed', 'false');
      return;
    }
    // Sentence by sentence: a long text is cut off by some voices.
    const sentences = part.innerText.split(/(?<=[.!?])\s+|\n+/).filter((text) => text.trim() !== '');
    sentences.forEach((text, at) => {
      const spoken = new SpeechSynthesisUtterance(text);
      spoken.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID';
      spoken.rate = 0.9;
      if (at === sentences.length - 1) spoken.onend = () => button.setAttribute('aria-pressed', 'false');
      speechSynthesis.speak(spoken);
    });
    button.setAttribute('aria-pressed', 'true');
  });
  // A page that is left does not go on speaking.
  addEventListener('pagehide', () => speechSynthesis.cancel());
}
