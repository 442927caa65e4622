// schema.org JobPosting in a page's JSON-LD. The page wrote it: it may be broken, huge, nested without end, or hostile.
// What leaves here is small, flat enough, and holds only what says which job this is.
(() => {
  if (applyonce.jsonLd) return;

  const MAX_SCRIPT_CHARS = 300_000;
  const MAX_SCRIPTS = 20;
  const MAX_DEPTH = 6;
  const MAX_NODES = 2_000;
  const MAX_TEXT = 500;
  const KEPT = ["title", "identifier", "url", "hiringOrganization", "jobLocation", "jobLocationType", "datePosted", "validThrough"];

  /** @param {string} text */
  function parse(text) {
    try {
      return JSON.parse(text);
    } catch {
      // Real pages break strict JSON by raw line breaks and tabs within strings; between tokens a blank is as good.
      try {
        return JSON.parse(text.replace(/[\u0000-\u001f]+/g, " "));
      } catch {
        return null;
      }
    }
  }

  /** @param {unknown} type */
  function isPosting(type) {
    return (Array.isArray(type) ? type : [type]).some((each) => /(^|[/#:])JobPosting$/.test(String(each)));
  }

  /** What a list holds are other pages' jobs: results, even a single one, or "similar jobs" beside the page's own. @param {unknown} type */
  function isList(type) {
    return (Array.isArray(type) ? type : [type]).some((each) => /(^|[/#:])ItemList$/.test(String(each)));
  }

  /**
   * @param {unknown} root
   * @returns {Record<string, unknown>[]}
   */
  function postingsIn(root) {
    /** @type {Record<string, unknown>[]} */
    const found = [];
    /** @type {{node: unknown, depth: number}[]} */
    const queue = [{ node: root, depth: 0 }];
    for (let visited = 0; queue.length > 0 && visited < MAX_NODES; visited++) {
      const next = queue.shift();
      if (!next || next.depth > MAX_DEPTH || next.node === null || typeof next.node !== "object") continue;
      const node = /** @type {Record<string, unknown>} */ (next.node);
      if (isPosting(node["@type"])) {
        found.push(node);
        continue;
      }
      if (isList(node["@type"])) continue;
      for (const value of Object.values(node)) queue.push({ node: value, depth: next.depth + 1 });
    }
    return found;
  }

  /**
   * A copy cut to size.
   * @param {unknown} value
   * @returns {Json}
   */
  function cut(value, depth = 0) {
    if (typeof value === "string") return value.slice(0, MAX_TEXT);
    if (typeof value === "number" || typeof value === "boolean") return value;
    if (value === null || typeof value !== "object" || depth > 4) return null;
    if (Array.isArray(value)) return value.slice(0, 10).map((each) => cut(each, depth + 1));
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, 20)
        .map(([name, each]) => [name.slice(0, 60), cut(each, depth + 1)]),
    );
  }

  /**
   * @param {Document} doc
   * @returns {{[name: string]: Json}[]}
   */
  function postings(doc) {
    const scripts = [...doc.querySelectorAll('script[type="application/ld+json" i]')].slice(0, MAX_SCRIPTS);
    return scripts
      .map((script) => script.textContent ?? "")
      .filter((text) => text.length <= MAX_SCRIPT_CHARS && text.includes("JobPosting"))
      .flatMap((text) => postingsIn(parse(text)))
      .map((posting) => ({
        "@type": "JobPosting",
        ...Object.fromEntries(KEPT.filter((name) => name in posting).map((name) => [name, cut(posting[name])])),
      }));
  }

  /**
   * Descend by names, through the first element of arrays.
   * @param {Json | undefined} value
   * @param {string[]} path
   * @returns {string}
   */
  function textAt(value, ...path) {
    let at = value;
    for (const name of path) {
      if (Array.isArray(at)) at = at[0];
      if (at === null || typeof at !== "object" || Array.isArray(at)) return typeof at === "string" ? at : "";
      at = at[name];
    }
    if (Array.isArray(at)) at = at[0];
    return typeof at === "string" ? at.trim() : "";
  }

  /** @param {Json | undefined} place */
  function placeOf(place) {
    const country = textAt(place, "address", "addressCountry", "name");
    return placeName(textAt(place, "address", "addressLocality"), textAt(place, "address", "addressRegion"), country);
  }

  /** @param {string} town @param {string} region @param {string} country a name, or its code of two letters */
  function placeName(town, region, country) {
    return [...new Set([town, region, countryName(country)])].filter(Boolean).join(", ");
  }

  /** Made when a page first needs it: it is looked at after each change. @type {Intl.DisplayNames | null} */
  let countryNames = null;

  /** Written out: "DE" after a town may be Delaware. @param {string} country */
  function countryName(country) {
    if (!/^[A-Z]{2}$/.test(country)) return country;
    countryNames ??= new Intl.DisplayNames("en", { type: "region" });
    return countryNames.of(country) ?? country;
  }

  applyonce.jsonLd = {
    postings,
    placeName,
    facts: (posting) => ({
      title: textAt(posting.title),
      company: textAt(posting.hiringOrganization, "name"),
      location: placeOf(posting.jobLocation),
    }),
  };
})();
