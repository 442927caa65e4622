// The fake challenge inside its own frame: ticking the box hands a token to the page that shows it.
'use strict';

const box = /** @type {HTMLInputElement} */ (document.getElementById('checkbox'));
box.addEventListener('change', () => {
  if (!box.checked) return;
  window.parent.postMessage({ type: 'demo-captcha-solved', token: `demo-${Date.now()}` }, '*');
});
