// What boards say in words where they have no marker of their own: refusals. Only plain statements that nothing was taken
// count; "something went wrong" says nothing about what arrived.
(() => {
  const { boards } = applyonce;

  const LIMIT = /(reached|exceeded) (today.s|the daily|your) [\w ]{0,30}limit|limit for applications|applying at a fast pace/i;
  const ALREADY = /already (applied|submitted an application|exists)/i;
  const SPAM = /flagged as (possible |potential |likely )?spam/i;
  const HUMAN = /(verify|confirm|prove) that you are (a )?human|not a robot/i;
  const REFUSED = /could ?n[o’']t accept your application|not able to apply|session has expired/i;
  const MAX_TEXT = 300;

  boards.refusalIn = (text) => {
    const said = text.replace(/\s+/g, " ").trim().slice(0, MAX_TEXT);
    if (LIMIT.test(said)) return { text: said, park: "limit" };
    if (HUMAN.test(said)) return { text: said, park: "captcha" };
    if (SPAM.test(said) || REFUSED.test(said)) return { text: said, park: "refused" };
    if (ALREADY.test(said)) return { text: said, park: "already_applied" };
    return null;
  };
})();
