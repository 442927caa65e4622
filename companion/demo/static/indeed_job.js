// Indeed's apply button answers to a person's click only.
'use strict';

(() => {
  const config = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
  document.getElementById('indeedApplyButton')?.addEventListener('click', (event) => {
    if (event.isTrusted) location.assign(config.start);
  });
})();
