// A fake captcha: `demoCaptcha.solve()` gives a token at once, or after the visitor ticked a box in a frame
// where the fault menu asked for a challenge.
'use strict';

(() => {
  const config = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');

  /** @returns {Promise<string>} */
  const challenge = () => new Promise((resolve) => {
    const overlay = document.createElement('div');
    overlay.className = 'captcha-overlay';
    const frame = document.createElement('iframe');
    const port = location.port ? `:${location.port}` : '';
    frame.src = `${location.protocol}//newassets.hcaptcha.com${port}/captcha/v1/challenge.html`;
    frame.title = 'hCaptcha challenge';
    overlay.append(frame);
    document.body.append(overlay);
    const onMessage = (/** @type {MessageEvent} */ event) => {
      if (event.source !== frame.contentWindow || event.data?.type !== 'demo-captcha-solved') return;
      window.removeEventListener('message', onMessage);
      overlay.remove();
      resolve(event.data.token);
    };
    window.addEventListener('message', onMessage);
  });

  /** @returns {Promise<string>} */
  const solve = async () => {
    if (config.faults && 'captcha' in config.faults) return challenge();
    await new Promise((resolve) => { setTimeout(resolve, config.captchaDelayMs ?? 0); });
    return `demo-${Date.now()}`;
  };

  Object.assign(globalThis, { demoCaptcha: { solve } });
})();
