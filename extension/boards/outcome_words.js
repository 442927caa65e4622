// What boards say in words where they have no marker of their own, in the languages that forms are filled in: that an
// application has arrived, that it was not taken, that it was sent before, that the job is closed. Only plain statements
// count: "something went wrong" says nothing about what arrived, "thank you" alone nothing about an application.
(() => {
  const { boards } = applyonce;

  const MAX_TEXT = 300;
  const CLAUSE_CHARS = 60;

  /** @param {RegExp[]} parts @returns {RegExp} any of them, in either letter case */
  function any(...parts) {
    return new RegExp(parts.map((each) => each.source).join("|"), "iu");
  }

  const THANKS = any(
    /application (has been |was )?(successfully )?(submitted|received|sent)|thank(s| you) for (applying|(submitting )?(your|an) application)|(we('ve|’ve| have)) received your application/,
    /danke?,? (dass|daß) (sie|du) (sich|dich) [^.!?]{0,60}beworben ha(ben|st)|danke? für (ihre|deine|die) ((online|initiativ)-?)?bewerbung|bewerbung (wurde|ist)( an [^!?\n]{1,60}?| bei uns)?( soeben| nun| jetzt)?( erfolgreich)?( bei uns)? (über(mittelt|tragen)|(ab|ver)?ge(sendet|sandt|schickt)|ver(sendet|sandt|schickt)|eingereicht|eingegangen|angekommen)|haben (ihre|deine) bewerbung (erfolgreich )?erhalten/,
    /merci (beaucoup )?(pour|de) (votre|ta|l’envoi de votre|l'envoi de votre) candidature|merci d['’]avoir (postulé|candidaté|envoyé votre candidature)|candidature (a (bien |déjà )?été|est|a) (bien |correctement )?(envoyée|transmise|reçue|enregistrée|soumise|prise en compte|déposée)|avons bien reçu (votre|ta) candidature/,
    /gracias por (postular(te|se)?|aplicar|inscribirte|enviar(nos)? (tu|su) (solicitud|candidatura|postulación)|(tu|su) (solicitud|candidatura|postulación))|(solicitud|candidatura|postulación|inscripción) (ya )?(ha sido|se ha|fue) (enviad|recibid|registrad|presentad|realizad)[oa]|(solicitud|candidatura|postulación) enviada|hemos recibido (tu|su) (solicitud|candidatura|postulación)/,
    /obrigad[oa] (por (se|te) candidatar|por se inscrever|(por|pela) (enviar |submeter )?(a )?(sua|tua) (candidatura|inscrição))|(candidatura|inscrição) foi (enviada|recebida|submetida|regist(r)?ada|concluída)|candidatura enviada|recebemos (a )?(sua|tua) candidatura/,
    /grazie per (la (tua|sua|vostra) candidatura|esser(ti|si) candidat[oa]|(l['’]invio della|aver inviato la) (tua |sua )?candidatura)|candidatura (è stata )(inviata|ricevuta|trasmessa|registrata|presentata)|candidatura inviata|abbiamo ricevuto la (tua|sua) candidatura/,
    /dankt?( je| u)?( wel)? voor (je|jouw|uw|het insturen van (je|jouw|uw)) sollicitatie|bedankt voor het solliciteren|sollicitatie (is|werd) (met succes |succesvol |goed )?(verzonden|verstuurd|ontvangen|ingediend)|hebben (je|jouw|uw) sollicitatie (goed |in goede orde )?ontvangen/,
    /tack för (din|er) ansökan|ansökan (är|har|blev) (nu )?(skickats|skickad|mottagen|mottagits|inskickad|registrerad)|har (tagit emot|mottagit) din ansökan/,
    /tak for (din|jeres) ansøgning|ansøgning er (nu )?(sendt|modtaget)|takk for (din søknad|søknaden( din)?)|søknad(en din)? er (nå )?(sendt|mottatt)/,
    /kiitos hakemuksesta(si)?|hakemuksesi on (lähetetty|vastaanotettu)/,
    /dziękujemy za (przesłanie |wysłanie )?(twoj(ą|ej) |swoj(ą|ej) )?(aplikacj|zgłoszeni)|aplikacja została (pomyślnie )?(wysłana|przesłana|przyjęta|złożona)/,
  );

  /** Before such words, they tell of what would be: "Once your application has been received, …". */
  const CONDITION =
    /(?<!\p{L})(once|when|after|as soon as|if|until|unless|whether|before|sobald|nachdem|wenn|falls|bevor|ob|(dès|avant|après) que?|lorsque|quand|si|cuando|una vez( que)?|después de que|antes de que|quando|assim que|depois que|dopo che|appena|se|zodra|wanneer|als|nadat|när|så snart|efter att|innan|når|etter at|inden|kun|gdy|jeśli|po tym,? jak)(\s+(your|the|an|this|ihre|deine|die|eine|votre|ta|la|une|tu|su|una|sua|a|je|jouw|uw|de|din|er|twoja))?(\s+\p{L}+)?\s+$/iu;

  const LIMIT = any(
    /(reached|exceeded) (today.s|the daily|your) [\w ]{0,30}limit|limit for applications|applying at a fast pace/,
    /(maximale anzahl|limit|tageslimit) [^.!?]{0,40}bewerbungen [^.!?]{0,40}(erreicht|überschritten)|limite [^.!?]{0,30}(candidatures|candidature|solicitudes|candidaturas) [^.!?]{0,30}(atteinte|dépassée|raggiunto|alcanzado|atingido)/,
  );
  const ALREADY = any(
    /you(['’]ve| have)? already (applied|submitted)|already (applied|submitted an application) (for|to) this/,
    /(bereits|schon)( auf (diese|die) (stelle|position)| hier| für diese (stelle|position))? beworben/,
    /(déjà|deja) (postulé|candidaté|envoyé (une|votre) candidature)|ya (te has|se ha|has|ha) (postulado|inscrito|aplicado|presentado)|já (se|te) candidat(ou|aste)|già (candidat[oa]|inviato (la|una) (tua )?candidatura)/,
    /(al|reeds) (op deze vacature )?gesolliciteerd|redan (sökt|ansökt)|allerede (søgt|søkt)|już (zaaplikowa|aplikowa)/,
  );
  const CLOSED = any(
    /no longer (open|available|accepting|active)|(job|position|posting|vacancy|offer) (you are looking for )?(has been |has |is |was )(filled|closed|expired|removed|archived)|does ?n[o’']t exist|(job|position|posting|vacancy) not found|could ?n[o’']t find anything here|page not found/,
    /(stelle|stellenanzeige|position|anzeige|stellenausschreibung) (ist|wurde) (leider )?(bereits |schon |nicht mehr |inzwischen )?(besetzt|verfügbar|online|aktiv|geschlossen|abgelaufen|deaktiviert|vergeben)|nicht mehr (verfügbar|ausgeschrieben)|seite (wurde )?nicht gefunden/,
    /(offre|annonce|poste) (n['’]est plus (disponible|en ligne|à pourvoir|active)|est (pourvu|expirée|fermée|clôturée|archivée))|page introuvable/,
    /(oferta|vacante|vaga|puesto|posição) (ya no está|no está|já não está|não está mais|foi|ha sido|está) (disponible|activa|disponível|cerrada|encerrada|preenchida|cubierta)|página no encontrada|página não encontrada/,
    /(offerta|annuncio|posizione) (non è più (disponibile|attiv[oa])|è (scadut[oa]|chius[oa]|stata chiusa))|pagina non trovata|vacature (is )?(niet meer (beschikbaar|actief)|gesloten|vervuld|verlopen)|(annonsen|tjänsten) (är )?(inte längre (tillgänglig|aktiv)|stängd|tillsatt)|pagina niet gevonden|sidan hittades inte/,
  );
  /** Said in answer to a sending. */
  const TWICE = /already (applied|submitted an application|exists)/i;
  const SPAM = /flagged as (possible |potential |likely )?spam/i;
  const HUMAN = any(
    /(verify|confirm|prove) that you are (a )?human|not a robot/,
    /(kein|ein) (roboter|mensch) (bin|sind)|pas un robot|no (eres|soy|es) un robot|não (é|sou) um robô|non (sei|sono) un robot|geen robot|inte en robot/,
  );
  const REFUSED = /could ?n[o’']t accept your application|not able to apply|session has expired|sitzung ist abgelaufen|session (a expiré|expirée)|sesión ha (caducado|expirado)|sessione (è )?scaduta|sessie is verlopen/i;

  boards.thanked = (text) => {
    const found = THANKS.exec(text);
    return found && !CONDITION.test(text.slice(Math.max(0, found.index - CLAUSE_CHARS), found.index)) ? { at: found.index, length: found[0].length } : null;
  };

  /** "Already applied? See your applications" says nothing of this job. @param {RegExp} words @param {string} text */
  function states(words, text) {
    const found = words.exec(text);
    return found !== null && !/^[^.!?\n]*\?/.test(text.slice(found.index + found[0].length));
  }

  boards.saysApplied = (text) => states(ALREADY, text);

  boards.saysClosed = (text) => states(CLOSED, text);

  boards.refusalIn = (text) => {
    const said = text.replace(/\s+/g, " ").trim().slice(0, MAX_TEXT);
    if (LIMIT.test(said)) return { text: said, park: "limit" };
    if (HUMAN.test(said)) return { text: said, park: "captcha" };
    if (SPAM.test(said) || REFUSED.test(said)) return { text: said, park: "refused" };
    if (ALREADY.test(said) || TWICE.test(said)) return { text: said, park: "already_applied" };
    return null;
  };
})();
