// Is a captcha waiting for the user? Invisible ones are not, and solved ones are not.
(() => {
  if (applyonce.captcha) return;

  const CHALLENGES =
    "iframe[src*='recaptcha'][src*='bframe'], iframe[src*='recaptcha'][src*='anchor'], iframe[src*='hcaptcha.com'], iframe[src*='challenges.cloudflare.com'], iframe[src*='captcha-delivery.com'], iframe[src*='arkoselabs.com']";
  const ANSWERS =
    "[name=g-recaptcha-response], [name=h-captcha-response], [name=cf-turnstile-response], [name=fc-token]";
  const SIDE_PX = 60;

  /** @param {Element} frame */
  function isSeen(frame) {
    const { width, height } = frame.getBoundingClientRect();
    if (width < SIDE_PX || height < SIDE_PX) return false;
    // The badge of an invisible one is a frame too.
    if (frame.closest(".grecaptcha-badge")) return false;
    const style = getComputedStyle(frame);
    return style.visibility === "visible" && Number(style.opacity) > 0;
  }

  function waits() {
    if (![...document.querySelectorAll(CHALLENGES)].some(isSeen)) return false;
    const answers = /** @type {HTMLTextAreaElement[]} */ ([...document.querySelectorAll(ANSWERS)]);
    return answers.length === 0 || answers.some((answer) => answer.value === "");
  }

  applyonce.captcha = { waits };
})();
