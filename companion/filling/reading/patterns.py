"""Patterns in labels, names and sections that decide what a field is. All are for folded text (see
text.py)."""

import re
from typing import Final

OTHERS: Final = re.compile(
    r"\b(referees?|references?|referr(al|ed|er|ing)s?|emergency|next of kin|spouse|partner|guardian|"
    r"parents?|mother|father|maiden|supervisors?|managers?|"
    r"recruiters?|employees? name|employees name|colleague|contact person|kontaktperson|notfall\w*|"
    r"referenz\w*|vorgesetzte\w*|ansprechpartner\w*|urgence|"
    r"personne a contacter|recommand\w*|emergencia|referencias?|recomend\w*|emergenza|referenze|nood\w*|"
    r"referentie\w*|referente|nodsituation|"
    r"narmast anhorig|referens\w*|chef|parørendes?|referencer|referanser?|nærmeste leder|suosittelij\w*|"
    r"lahiomai\w*|esimie\w*|yhteyshenkilo|"
    r"referencj\w*|osob[ay] (?:do )?kontakt\w*|przełozon\w*|beneficiary|dependents?|friend|relative|"
    r"who referred|previous "
    r"manager|agency|account manager)\b|"
    r"^(send )?to e ?mail\b|"
    # Who or what was it then is no more the applicant's own of today.
    r"\b(for|in|over|during|within) the (past|last|previous) (\w+ )?(years?|months?)\b|\b(years?|months?) ago\b"
)
FIRM: Final = re.compile(
    r"\b(company|companys|employers?|organi[sz]ations?|business|firmen?|unternehmens?|entreprise|empresa|"
    r"azienda|bedrijfs?|foretag\w*|school|university|card)\b"
)
# Sections are headings, and the nearest heading may be the job's own title ("Customer Experience Manager"): they
# count as a whole or not at all.
OTHERS_SECTION: Final = re.compile(
    r"^(\w+ ){0,2}(references?|referees?|emergency contacts?|next of kin|referrals?|referrer|notfallkontakte?|"
    r"referenzen|kontaktperson|personne a contacter|contact d urgence|contacto de emergencia|referencias|"
    r"contatto di emergenza|referenze|noodcontact\w*|referenties|contato de emergencia|referenser|"
    r"narmaste? anhorig\w*|parørende|nærmeste parørende|referencer|referanser|"
    r"suosittelijat|referencje|osoba kontaktowa|spouse|beneficiar(y|ies)|"
    r"military (service|history)|drivers? licen[cs]e|"
    r"(previous|former) (address|residence|manager)|direct deposit|bank (account|details)|co applicant|"
    r"gesetzliche\w? vertreter\w*|erziehungsberechtigte\w*|(fruhere|tidligere) (adresse|anschrift)|"
    r"fuhrerschein|wehrdienst|"
    r"bankverbindung|adresse precedente|service militaire|coordonnees bancaires|direccion anterior|"
    r"servicio militar|datos bancarios|indirizzo precedente|servizio militare|vorig adres|"
    r"company (information|details)|employer (information|details))"
    r"( (information|info|details|contact|contacts|\d+)){0,3}$|"
    r"^(in case of (an )?emergency|in an emergency|(person|who|whom)( \w+){0,3} (contact|notify))\b( \w+){0,6}$|"
    # These may be jobs as well: a "Shift Supervisor" is wanted, "Your supervisor" is asked about.
    r"^((your|my|current|line|the) ){0,3}manager( (or )?supervisor)? (information|info|details|contact)\b"
    r"( \w+){0,2}$|"
    r"^((your|my|current|previous|former|last|immediate|primary|family|legal|parent|or|and) ){0,3}"
    r"(supervisor|physician|guardian|parent|witness|hiring manager|landlord)"
    r"( (information|info|details|contact|contacts|\d+)){0,3}$"
)
WORK_SECTION: Final = re.compile(
    r"^(your |my |relevant |previous |recent |current |past )?(work experiences?|work history|employments?|"
    r"professional experiences?|experiences?|previous jobs?|berufserfahrung(en)?|werdegang|"
    r"experiences? professionnelles?|experiencias? (laboral(es)?|profesional(es)?|profissiona(l|is))|"
    r"esperienz[ae]( lavorativ[ae]| professional[ei])?|werkervaring|arbetslivserfarenhet|workexperience|"
    r"erhvervserfaring|arbejdserfaring|arbeidserfaring|"
    r"yrkeserfaring|tyokokemus|tyohistoria|doswiadczenie( zawodowe)?)"
    r"( (history|details|\d+)){0,2}$"
)
EDUCATION_SECTION: Final = re.compile(
    r"^(your |my |academic |higher )?(educations?|schools?|university|college|ausbildung|studium|bildung|"
    r"bildungsweg|formations?|formacion|estudios|istruzione|formazione|opleiding(en)?|educacao|formacao|"
    r"utbildning(ar)?|etudes|uddannelser?|utdanning(er)?|utdannelse|koulutus|opinnot|wykształcenie|edukacja)"
    r"( (history|background|details|academica|academique|\d+)){0,2}$"
)
SCHOOL_OF_A_KIND: Final = re.compile(
    r"^(high|trade|vocational|technical|business|graduate|secondary|primary|elementary|middle) school\b"
)
SPAN_SECTION: Final = re.compile(
    r"\b(leave|absence|vacation|holiday|visa|permit|certificat\w*|registration|licen[cs]e|contract)\b"
)
"""A section whose dates are those of something else than the job that is sought."""
SIGN_UP_SECTION: Final = re.compile(
    r"^(\w+ ){0,3}(job ?alerts?|newsletter|talent (community|network|pool)|subscribe|job ?abo|jobalarm|"
    r"alertes? emploi|alertas? de empleo|vacature ?alert)\b( \w+){0,3}$"
)
SEARCH: Final = re.compile(
    r"\b(job|jobs|career) search\b|\bsearch (for )?(jobs|roles|positions|openings|vacancies)\b|"
    r"\bfind (a )?jobs?\b|\bstellensuche\b|\bjobs suchen\b|\bbuscar (empleos?|vacantes|vagas)\b|\bcerca lavoro\b|"
    r"\bvacatures zoeken\b|\bsok jobb\b|\brechercher (un emploi|des offres)\b"
)
PHONE_SECTION: Final = re.compile(
    r"^(your )?(phones?|telefon|telephones?|telefono|telefoon|telefone|mobile|mobile phone|telefonnummer)"
    r"( numbers?)?$"
)
HOUSE_NUMBER: Final = re.compile(r"\b(haus|huis)?(nr|no|num|number|nummer|nro|numero)\b|\bcivico\b")
HOUSE_NUMBER_NAME: Final = re.compile(r"\b(haus|house|street|huis) ?(nr|no|num|number|nummer)\b")
NAME_SECTION: Final = re.compile(r"^(your |full |legal |applicant |candidate )*name$")
NUMBER_ALONE: Final = re.compile(
    r"^((your|votre|ton|tu|su|seu|ihre|deine|uw|jouw|ditt|il (tuo|suo)) )?(number|no|nummer|nr|numero|num|numer)$"
)
CONTACT_ALONE: Final = re.compile(r"^(your )?(contact|kontakt|contacto|contatto|contato)( details| info)?$")
SPAN_OF_YEARS: Final = re.compile(r"\d\D{0,12}\b(years?|yrs?|jahren?|ans|annees?|anos?|anni|jaar|jaren|ar)\b")
PHONE_NAME: Final = re.compile(r"\b(phone|tele?fon\w*|tel|mobile|cell|celular|gsm|whatsapp)\b")
EXPERIENCE_ALONE: Final = re.compile(
    r"^((your|total|previous|prior|work|professional|bisherige|experience|level|of|ihre|votre|niveau|"
    r"d|nivel|de|livello|di|anni|anos|annees|years?|in|erfahrung|berufs?erfahrung|werkervaring|ervaring|"
    r"experiencia|esperienza|profesional|profissional|professionnelle|laboral|lavorativa|professionale) ?)+$"
)
"""What asks for the length of a working life only where spans of years are offered for an answer."""
PARSER_SECTION: Final = re.compile(
    r"\b(autofill|auto fill|prefill|pre fill|apply with|import (your|my|from|resume|cv)|parse|"
    r"profile (photo|picture)|avatar)\b"
)
PASSWORD: Final = re.compile(
    r"\b(password|passwort|kennwort|passwd|pwd|passcode|mot de passe|contrasena|clave|wachtwoord|senha|"
    r"losenord|otp|verification code|security code|one time code|cvv|cvc)\b"
)
PAYMENT: Final = re.compile(
    r"\b(card (number|holder)|cardholder|credit card|debit card|name on card|cardnumber|iban|kontonummer|"
    r"bank account|account number|cc number|ccnumber|expir\w+ (date|month|year)|kreditkarte\w*|"
    r"kartennummer|karteninhaber|routing number)\b"
)
TRAP: Final = re.compile(
    r"\b(leave (this )?(field )?(blank|empty)|do not fill|dont fill|if you are (a )?human|are you (a "
    r")?robot|honeypot|nicht ausfullen|ne pas remplir|no rellenar|non compilare|niet invullen|nao "
    r"preencha|lamna tomt|this field is for validation)\b"
)
ADDRESSED: Final = re.compile(
    r"^(mr|mrs|ms|miss|mx|dr|prof|herr|frau|m|mme|monsieur|madame|sr|sra|srta|senor|senora|sig|signor|signora|"
    r"dhr|mevr|mevrouw|de heer|herr dr|frau dr)$"
)
"""An option of a list of forms of address."""
SALUTATION: Final = re.compile(
    r"^(salutations?|anrede|civilite|tratamiento|trattamento|aanhef|tratamento|tilltal|honorifics?|name prefix|"
    r"title (of address|prefix)|form of address)$|\btitle( eg| e g)?( (mr|mrs|ms|miss|mx|dr|prof)){2,}"
)
SIGNATURE: Final = re.compile(
    r"^(your |applicants? |electronic |digital |e )*signature\b|\bsignature$|^sign(ed)? (here|by|on)\b|"
    r"\btype your (full )?name (here )?to sign\b|^unterschrift\b|^signature electronique|"
    r"^firma (digital|electronica)"
)
SIGNATURE_NAME: Final = re.compile(r"\bsignature\b|\bdate signed( on)?\b|\bsigned (on|date)\b")
USER_NAME: Final = re.compile(r"user ?name\b|\blogin (name|id)\b")
PARSER: Final = re.compile(
    r"\b(autofill|auto fill|import|parse|prefill|pre fill|apply with|easy apply|avatar|photo|picture|foto|"
    r"bild|profilbild|headshot|logo)\b"
)
FROM: Final = re.compile(
    r"^(from|start|start date|started|begin|begin date|beginn|von|debut|de|desde|inizio|da|van|inicio|"
    r"fran|fra|od|startdato|startdatum|date de debut|fecha de inicio|data di inizio|data de inicio|begindatum)$"
)
TO: Final = re.compile(
    r"^(to|end|end date|ended|until|ende|bis|enddatum|fin|a|au|hasta|fine|tot|einddatum|ate|till|slut|"
    r"slutdatum|til|do|slutdato|sluttdato|date de fin|fecha de fin|data di fine|data de fim)$"
)
UNDECIDED_NAMES: Final = frozenset({"name", "nom", "nombre", "nome", "naam", "namn", "navn", "nimi"})
FILE_RESUME: Final = re.compile(
    r"\b(resume|cv|curriculum|lebenslauf|vitae|curriculo|meritforteckning|hoja de vida)\b"
)
FILE_OF_ANOTHER_KIND: Final = re.compile(
    r"\b(video|second|2nd|another|other|additional|not|anonym\w*|redacted|blind|portfolio|sample|example|zweiter|"
    r"weitere\w*|autre|otro|altro|andere|outro|annan)\b( \w+){0,4} (resume|cv|curriculum|lebenslauf|curriculo)\b|"
    r"\b(resume|cv|lebenslauf) (of|von|de|di|van) (?!the applicant|applicant|candidate)(a |an |the |your )?(\w+)"
)
"""A file field that names a résumé, but not the applicant's own as a document."""
IF_DIFFERENT: Final = re.compile(
    r"\bif (it is |its )?different\b|\b(falls|wenn) (abweichend|anders|verschieden)|"
    r"\bsi (elle est |il est )?differente?\b|"
    r"\bsi es diferente\b|\bse (e )?(diversa?|diverso|diferente)\b|\bindien (anders|afwijkend)\b|\bom annan\b"
)
FILE_LETTER: Final = re.compile(
    r"\b(cover ?letter|covering letter|anschreiben|motivation\w*|motivacion|motivacao|lettre de "
    r"motivation|carta de (presentacion|apresentacao)|lettera di presentazione|personligt brev|"
    r"sollicitatiebrief)\b"
)
LAST_TOKENS: Final = re.compile(
    r"\((optional|required|pflichtfeld|facultatif|opcional|facoltativo|optioneel|valfritt|if (applicable|"
    r"any|different[^)]*)|e\.?g[^)]*|ex[:.][^)]*|select[^)]*|mark[^)]*|city[^)]*)\)",
    re.IGNORECASE,
)
SALARY: Final = re.compile(
    r"\b(salary|compensation|remuneration|pay|wage|ctc|rate)\b.*\b(expect\w*|desired?|requirements?|"
    r"target|ideal|looking for)\b|\b(expect\w*|desired?|requirements?|target|ideal|"
    r"preferred)\b.*\b(salary|compensation|remuneration|pay|wage|ctc|(hourly|daily|day|pay) rate)\b|"
    r"gehalts(vorstellung|wunsch|erwartung)|pretentions? salariale|salaire souhaite|expectativas? salaria|"
    r"pretension(es)? salarial|aspettativ\w salarial|salarisverwachting|gewenst salaris|pretensao "
    r"salarial|loneansprak|jahresgehalt|"
    r"\b(remuneration|salaire)( \w+){0,3} (souhaitee?|attendue?|desiree?)\b|"
    r"\b(salario|sueldo|retribucion|retribuzione|stipendio)( \w+){0,3} (desead[oa]|desiderat[oa]|pretendido|"
    r"esperad[oa]|attes[oa])\b|\bgewenste?( \w+){0,3} \w*salaris\b|\bexpectativas? economicas?\b|"
    r"\bonskad( \w+){0,2} lon\b"
)
SALARY_NOT: Final = re.compile(
    r"\b(current|last|previous|recent|minim\w*|mindest\w*|min|actual|aktuell\w*|actuel\w*|attual\w*|atual|"
    r"huidig\w*|nuvarande|derzeitig\w*|letzt\w*|dernier\w*|ultim\w*|ote|commission|bonus(es)?|"
    r"total|equity|history|willing|why|how|agree|accept|comfortable|meet|align\w*)\b|"
    r"\b(after|following|during|until|past) (the |your |my |a |an )?(\w+ )?(probation\w*|promotion|training|trial|"
    r"review|years?|months?|internship)\b|\bin \w+ (years|months)\b|\bin (a|one|1) (year|month)s?( s)? time\b|"
    r"\b(next|following|second|third) year\b|\bpart[- ]?time\b|\bprobation\w*|\bprobezeit\b|\bteilzeit\w*|"
    r"\b(increase|raise|rise|hike|increment|uplift)\b|\b(per|by) (the )?(project|piece|word|article|mile|shift|"
    r"visit)\b|"
    r"\b(bi |semi )?(bi)?weekly\b|\b(per|a) (week|fortnight)\b|\bfortnightly\b|\b(w 2|w2|c2c|1099|corp to corp)\b|"
    r"\bif (you )?(remote|based|working|work|relocat\w*|living|live|are (based|working))\b|\b\w+ day week\b|"
    r"\b(max|maximum|highest|upper|lowest|overtime|(night|weekend) shifts?|weekends?|"
    r"(heart|error|success|growth|interest|exchange|mileage) rate|travel (day|time|rate)|of your team|negotiable|"
    r"spouses?|husbands?|wifes?|reduced hours|[1-2]?\d hours|3[0-4] hours)\b|"
    r"\b(pro|par|por|per|al) (projekt|woche|semaine|semana|settimana|progetto|projet|proyecto|projeto)\b|"
    r"\b(wochenlohn|hebdomadaire|semanal|settimanale|weekloon)\b|"
    r"\b(and|und|et|y|e|en|och)( \w+){0,2} (notice|when|wann|quand|cuando|"
    r"quando|wanneer|availab\w*|start\w*|eintritt\w*|kundigungsfrist|verfugbar\w*|"
    r"disponib\w*|preavis|preaviso|preavviso|opzegtermijn|beschikbaar\w*|uppsagningstid)\b|"
    r"\b(bisherig\w*|vorherig\w*|fruher\w*|gegenwartig\w*|precedente?s?|anterior\w*|vorige?|tidigare)\b|"
    r"\bab dem \w+ |\b1[2-6] ?(x|mal|times)\b|"
    r"\bin \w+ jahren\b|\b(a )?temps partiel\b|\bmedia jornada\b|\bdeeltijd\w*|\bdeltid\w*|"
    r"\b(salary|pay|compensation|remuneration|wage) (type|currency|frequency|basis|period|unit)\b|"
    r"^(type|currency|frequency) (of|for)\b"
)
SOURCE_NOT: Final = re.compile(
    r"\b(loyalty|rewards?|referral|benefits|ambassador|wellness) (program\w*|schemes?|plans?)\b|"
    r"\b(our|the|this) (\w+ )?(products?|app|newsletter|promotion|sale|brand|webinar|services?)\b|"
    r"\b(last|previous|current|former|first|letzt\w*|vorherig\w*|aktuell\w*|jetzig\w*|dernier\w*|precedent\w*|"
    r"actuel\w*|ultim\w+|anterior\w*|actual|attuale|atual|vorige|huidige|senaste|nuvarande|forra)"
    r" (\w+ )?(job|position|role|employer|stelle|arbeitgeber|poste|emploi|puesto|trabajo|empleo|lavoro|impiego|"
    r"baan|"
    r"functie|emprego|trabalho|jobb|tjanst)\b|"
    r"\b(metier|profession|secteur|domaine|monde|beruf|branche|welt|gastronomie|gastronomia|profesion|oficio|"
    r"sector|"
    r"mundo|professione|mestiere|settore|mondo|ristorazione|vak|beroep|horeca|wereld|profissao|ramo|setor|yrke|"
    r"yrket|bransch|branschen|varld|trade|industry|field)\b"
)
"""What one may have heard of, or found, beside this job: another thing, another job, the whole trade."""
SOURCE: Final = re.compile(
    r"\bhow (did|have) you ((first|come to|originally|initially) )?"
    r"(hear|heard|find|learn|learned|come across|discover|(come|came|get|got) to know)\w*\b.*"
    r"\b(about|of|out|job|role|position|posting|opportunity|us|this)\b|"
    r"\bhow (were you made|did you become|you became) aware of\b|"
    r"\bhow you ((first|originally) )?(heard|learned|learnt|found out) (about|of)\b|"
    r"\bwhere (did|have) you ((first|come to|originally|initially) )?"
    r"(hear|heard|see|seen|find|found|learn|discover|(come|came|get|got) to know)\w*\b"
    r"|\b(waar (heb|heeft) (je|u)|var (hittade|horde|sag) du|dove (hai|ha)|donde|ou avez vous|onde( voce)?)"
    r"( \w+){0,5} (gevonden|gezien|annonsen|jobbet|tjansten|trovato|visto|viste|encontraste|encontro|vio|vu|"
    r"trouve|viu|encontrou)\b"
    r"|^woher (kennst|kennen|weisst|wissen) (du|sie)\b"
    r"|(wie|wo) (haben sie|hast du|bist du|sind sie|wurden sie)( \w+){0,5} (erfahren|aufmerksam|gefunden|"
    r"gestossen)"
    r"|wo (haben sie|hast du)( \w+){0,3} (stelle\w*|anzeige|stellenanzeige|ausschreibung|inserat|vakanz|"
    r"jobangebot)"
    r"( \w+){0,2} (gesehen|entdeckt|gelesen)"
    r"|como (has|ha|habeis) (conocido|sabido|encontrado)( \w+){0,3} (oferta|vacante|puesto|empresa|anuncio)"
    r"|como voce (conheceu|soube|encontrou|descobriu)( \w+){0,3} (vaga|empresa|oportunidade|anuncio)"
    r"|comment (avez vous|nous avez vous|as tu)( \w+){0,4} (entendu|connu|decouvert|trouve)|como (nos|te|"
    r"se|supiste|conocio|ficou|soube|conheceu)( \w+){0,5} (conoc\w*|enter\w*|nosotros|vacante|oferta|"
    r"sabendo|nos|vaga|empresa)"
    r"|\b(par|a traves de|por|attraverso|tramite|uber|durch|auf|via|genom|atraves de) (quel|que|quale|qual|"
    r"welche\w*|welke?|vilken) (biais|canal|moyen|intermediaire|medio|via|canale|mezzo|meio|kanal|weg|medium|"
    r"plattform|kanaal)( \w+){0,6} (connu|connaissance|decouvert|trouve|conociste|conocio|enteraste|entero|"
    r"supiste|encontraste|conosciut\w*|conoscenza|saputo|trovato|soube|sabendo|conheceu|conhecimento|encontrou|"
    r"aufmerksam|erfahren|gefunden|gevonden|gehoord|terechtgekomen|hittade|horde)\b"
    r"|^(voce )?(como|por onde|onde)( voce)? (teve|tomou|ficou|soube)( \w+){0,2} (conhecimento|sabendo) (de|da|do|"
    r"desta|deste|dessa)( \w+){0,2} (vaga|oferta|oportunidade|empresa|posicao|anuncio)\b"
    r"|come (ci|hai|ha|sei|e)( \w+){0,4} (conosciut\w*|saputo|venut\w*)|hoe (heb|heeft|ken|ben|bent)( "
    r"\w+){0,6} (gehoord|gevonden|terechtgekomen|ons)|hur (horde|hittade|fick)( \w+){0,5} (om|oss|"
    r"tjansten|jobbet)"
)
NO_FIRST_DAY: Final = re.compile(
    r"interview|\bentretien\b|entrevista|colloqui|\w*gesprach|intervju|\bgesprek|probearbeit|probetag|schnupper|"
    r"\b(journee|periode) d essai\b|\bgiorno di prova\b|\bmeedraai\w*|\bprovjobb|\b(phone|video|telefon\w*) "
    r"call\b|\bcall\b|\bmeeting\b|\btelefonat\w*|\bassessments?\b|\b(start|begin|take)( \w+)? (tests?|"
    r"courses?|trial|studies|degree|exams?)\b"
)
"""What somebody is asked to be free for, where that is not the job itself."""
RELOCATE_PLAIN: Final = re.compile(
    r"^(are|would|will) (you )?(be )?(you )?(currently )?(be )?(willing|open|able|prepared|ready|happy|"
    r"willing and able|interested|comfortable|flexible|okay|ok)"
    r"( to| with| about)?( in)?( consider)?( the)?( a)? (relocat(e|ing|ion)|move|moving)( "
    r"(for|if|to) (this|the|a|necessary|required|needed|your|job|role|position|new|work|\w+|\w+ \w+|\w+ "
    r"\w+ \w+))*( at this time| now| at present)?$|"
    r"^(willing(ness)?|open|able) to (relocat(e|ion)|move)$|^relocation$|^(would|do) you (consider "
    r")?(relocate|relocating|relocation)( (for|to) (\w+ ){0,2}\w+)?$|^can you relocate$|"
    r"^(sind sie|bist du|waren sie|warst du) (bereit|offen)?( \w+){0,4} ?(umzuziehen|umziehen|"
    r"umzugsbereit|umzug)( bereit| offen)?( \w+){0,3}$|^umzugsbereitschaft$|"
    r"^(etes vous|seriez vous|es tu) (pret|prete|disponible|dispose|ouvert)( e)? a (demenager|un "
    r"demenagement|une mobilite)( \w+){0,4}$|^(estas|estaria|estarias|esta) (dispuest\w|disponible) a "
    r"(mudarte|mudarse|reubicarte|reubicarse|trasladarte|trasladarse)( \w+){0,4}$|"
    r"^(sei|sarest\w|e) (dispost\w|disponibile) (a|al) (trasferirti|trasferirsi|trasferimento)( "
    r"\w+){0,4}$|^(ben|bent) (je|u|jij) bereid (om )?(te verhuizen|verhuizen)( \w+){0,4}$|^(esta|estaria|"
    r"voce esta|voce estaria) (dispost\w|disponivel) (a|para) (mudar|se mudar|mudar se|realocar|mudanca)( "
    r"\w+){0,4}$|^(ar|skulle) du (kunna )?(villig|beredd|oppen)( for)? att flytta( \w+){0,4}$|"
    r"^kan du tanka dig att flytta( \w+){0,4}$|"
    r"^(estarias|estaria|estas|esta) dispuest\w a cambiar(te)? de (residencia|ciudad)( \w+){0,4}$|"
    r"^(voce )?(tem|teria) disponibilidade (para|de) (mudanca|mudar|se mudar)( \w+){0,4}$|"
    r"^(ist|ware|kommt|kame) ein umzug( fur (sie|dich))? (vorstellbar|denkbar|moglich|in frage)( \w+){0,3}$|"
    r"^disponibilita (al|a un|ad un) trasferimento$|^disponibilidade (para|de) mudanca( de (residencia|cidade))?$|"
    r"^disponibilidad (para|de) (un )?(cambio de residencia|cambiar de residencia|reubicarse|reubicacion|"
    r"mudarse)$|"
    r"^(voce )?(aceita|aceitaria|toparia|toparias) (mudar|se mudar|mudar se)( de (cidade|estado|residencia))?"
    r"( \w+){0,4}$|"
    r"^(tienes|tendrias|tiene) disponibilidad (para|de) (mudarte|cambiar de residencia|reubicarte)( \w+){0,4}$"
)
PLANS: Final = re.compile(
    r"\b(intend\w*|plan(s|ning)?|prefer\w*|want|wish|would you like|"
    r"(will|would) you (be |mainly |primarily )*(live|living|work|working|based|located|reside|residing)|"
    r"you ?(wi)?ll be (working|living|based|located))\b"
)
"""How a label asks where somebody is going to be, not where they are."""
SHORT_LOCATION: Final = re.compile(
    r"^(where|in which city|which city|in what city) (are|do|is) (you|your) (currently |presently "
    r")?(located|based|live|living|reside|residing|home)( in| at| now| currently)?$"
)
PLAIN_TOPICS: Final = (
    (
        "region",
        re.compile(
            r"^(in )?(what|which)( us| u s)? (state|province|region|state province)( or (province|territory))? "
            r"(do|are) you( currently| presently)? (live|reside|based|located|living|residing)( in| at)?$"
        ),
    ),
    (
        "notice_period",
        re.compile(
            r"^(what is|whats|how long is|please (state|indicate|provide|confirm|share)|state|indicate) "
            r"(your )?(current |required |official |contractual )?notice period\b(?! (at|end|date))|"
            r"^(wie lang\w*|welche) ist (ihre|deine) kundigungsfrist|"
            r"^quel(le)? est (votre|ton|la duree de votre) (duree de |delai de )?preavis|"
            r"^(length|duration) of (your )?notice( period)?\b|"
            r"^how (much|long)( a| of a)? notice( period)? (do|are|must|would|will) you\b|"
            r"^(con )?(cuanto|que)( tiempo| periodo| plazo)?( de)? preaviso\b"
        ),
    ),
    (
        "start_date",
        re.compile(
            r"^what is the (earliest|first|soonest) (possible )?(date|day) (that |on which )?you (can|could|are|"
            r"(would|will) be) ((able|available|free|ready) to )?(start|join|begin|commence)\b|"
            r"^(on |from )?(what|which) date (are|would|could|can|will) you (be )?"
            r"((available|able|free|ready) to )?(start|join|begin|commence)\b|"
            r"^when (are|would|could|can|will) you (be )?(available|able|free|ready) (to (start|join|begin|"
            r"commence|take up)|for (work|employment))\b|"
            r"^when (can|could|would) you (start|join|begin|commence|take up)\b|"
            r"^(ab )?wann (konnen sie|konnten sie|kannst du|konntest du)( \w+){0,4} "
            r"(anfangen|beginnen|starten)\b|"
            r"^quand (pouvez|pourriez) vous (commencer|debuter)\b|"
            r"^(a partir de )?quand (seriez|etes|serez) vous en mesure de (commencer|debuter|"
            r"nous rejoindre)( \w+){0,3}$|"
            r"^cuando (puedes|podrias|puede|podria) (empezar|comenzar|incorporarte)\b|"
            r"^a partir de que (fecha|dia) (puedes|podrias|puede|podria|estarias disponible para) "
            r"(empezar|comenzar|incorporarte|incorporarse)( a trabajar)?$|"
            r"^(a partire )?da (quando|che data) (puoi|potresti) (iniziare|cominciare)( a lavorare)?$|"
            r"^quando (puoi|potresti) (iniziare|cominciare)( a lavorare)?( \w+ noi)?$|"
            r"^wanneer (zou|kun|kan|kunt) (je|u|jij)( kunnen)? (starten|beginnen)( met werken)?( bij ons)?$|"
            r"^how (soon|quickly|early) (can|could|would|are) you (be )?(able to |available to )?(start|"
            r"begin|join)\b|"
            r"^in how many (days|weeks) (can|could|would|will|are) you (be )?(able to |available to )?(start|"
            r"begin|join)\b|"
            r"^ab wann (waren|sind|bist|warst) (sie|du) verfugbar|"
            r"^(ab )?wann (stehen|stunden|standen|stehst) (sie|du)( uns)? (fruhestens )?zur verfugung$|"
            r"^(a partire )?da quando (sei|e|sareste?i?|sarebbe) disponibile"
            r"( (a|per) (iniziare|lavorare|cominciare))?$|"
            r"^data a partir da qual (esta|estara|estaria) disponivel( para (comecar|trabalhar))?$|"
            r"^nar (kan|skulle|har)( du)? (mojlighet att )?(tidigast |kunna )?(borja|tilltrada)"
            r"( (arbeta|jobba|hos oss|tjansten)){0,2}$|"
            r"^(per|vanaf) wanneer (ben|kun|zou)( \w+){1,2} (beschikbaar|beginnen|starten)|"
            r"^a partir de (quand|cuando|quando)( \w+){1,3} (disponible|disponivel|commencer|empezar|comecar)"
        ),
    ),
    (
        "years_experience",
        re.compile(
            r"^(how many|what is the( total)? number of|number of|total number of|wie viele|combien d|"
            r"cuantos|quanti|"
            r"hoeveel|quantos|hur manga) (total |full |complete )?"
            r"(years?|jahre|annees|anos|anni|jaren|jaar|ars?)( of| de| d| di| i)? "
            r"(total |overall |full time |professional |work |working |job |paid )*"
            r"((berufs|werk|arbetslivs|yrkes|arbeits)?(erfahrung|ervaring|erfarenhet)|experience|experiencia|"
            r"esperienza)"
            r"( (laboral|profesional|professionnelle|profissional|lavorativa|do|have|haben|hast|avez|tienes|"
            r"tiene|tem|bringen|bringst|mit|besitzen|possedez|possui|cuentas|con|"
            r"voce|hai|heb|har|you|sie|du|vous|je|in|total|overall|insgesamt|gesamt|en|au|totaal|totalt|"
            r"totale|no))*$"
        ),
    ),
    (
        "pronouns",
        re.compile(
            r"^(what|which)( \w+){0,3} pronouns (would|should|do|can|may) (you|we|our)\b( \w+){0,14}$|"
            r"^(what|which) are the pronouns (that )?(you|we)( \w+){0,14}$"
        ),
    ),
    (
        "current_company",
        re.compile(
            r"^(please )?(what is|mention|state|provide|enter|give)?( us)? ?(the )?name of (your|the) (current|"
            r"present|most recent|current or most recent) (employer|company)\b"
        ),
    ),
)
"""Questions that ask for one thing of the profile and go on ("… if selected for this position?")."""
SECOND_QUESTION: Final = re.compile(
    r"\band (is|are|do|does|can|could|will|would|have|has) (you|your|it|this|that|there)\b|"
    r"\b(and|or|und|oder|et|ou|y|o) (what|how|where|why|which|who|was|wie|wo|warum|welche\w*|quel\w*|comment|"
    r"pourquoi|que|cual\w*|como|donde)\b"
)
