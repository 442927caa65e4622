"""Words that mean the same when questions are compared, in the supported languages.

Each concept has words and phrases; the longest phrase wins. What stands in FILLER carries nothing that
would tell one
question from another.
"""

import re
from typing import Final

from companion.filling.text import fold, lengths_by_first_word

CONCEPTS: Final[dict[str, str]] = {
    "employedby": """worked for | work for | worked at | worked with | employed by | employed with |
        employed at | been an employee of | been an employee at | employment with | been employed |
        employed | worked | gearbeitet | angestellt | beschaftigt | travaille | ete employe |
        employe par | ete salarie | ete salariee | trabajado | sido empleado | lavorato | gewerkt |
        werkzaam geweest |
        in dienst geweest | trabalhou | varit anstalld | arbetat | jobbat |
        works for | works at""",
    "ourcompany": """for us | with us | by us | at our company | our company | this company |
        our organization | our organisation | the company | this organization | this organisation |
        fur uns | bei uns | in unserem unternehmen | unserem unternehmen | pour nous | chez nous |
        notre entreprise | avec nous | para nosotros | con nosotros | nuestra empresa | per noi |
        con noi | da noi | nostra azienda | bij ons | voor ons | ons bedrijf | para nos | conosco |
        connosco | nossa empresa | for oss | hos oss | vart foretag | us | uns |
        our team | our hospital | our clinic | our school | our bank | our firm |
        our group | our practice | our agency | our facility | our store | unserem haus | unserer klinik |
        notre etablissement | notre groupe | notre hopital | nuestro hospital | nuestro grupo |
        nuestra organizacion | nostro gruppo | onze organisatie | ons ziekenhuis | nosso hospital |
        nosso grupo | vart sjukhus | diesem unternehmen | cette entreprise |
        esta empresa | nesta empresa | en esta empresa | questa azienda | in questa azienda | dit bedrijf |
        detta foretag""",
    "affiliates": """subsidiary | subsidiaries | its subsidiaries | one of its subsidiaries |
        any of its subsidiaries | any of our subsidiaries | our subsidiaries | one of our subsidiaries |
        affiliate | affiliates | our affiliates | its affiliates""",
    "prior": """before | previously | ever | in the past | formerly | already | prior | past |
        schon einmal | schon mal | bereits | in der vergangenheit | fruher | schon | zuvor | deja | auparavant |
        par le passe |
        anteriormente | antes | alguna vez | previamente | en el pasado | in passato | precedentemente |
        gia | mai | eerder | ooit | al eens | in het verleden | anteriormente | ja | alguma vez |
        no passado | tidigare | forut | nagonsin | has previously | previous""",
    "now": "currently | presently | at present | right now | aktuell | derzeit | zurzeit | actuellement | "
           "actualmente | attualmente | "
    "momenteel | atualmente | for narvarande | now | current",
    "atleast": """at least | over | above | minimum | minimum age | or older | or above | or over |
        and older | older than | mindestens | uber | au moins | plus de | al menos | mayor de | almeno |
        piu di | maggiore di | minstens | ten minste | ouder dan | tenminste | pelo menos | mais de |
        maior de | minst | over the age of | alter als | majeur | mayor de edad | volljahrig |
        maggiorenne | meerderjarig | maior de idade | myndig | legal working age | ou plus | ou mais | o mas |
        o piu | of ouder | eller aldre | oder alter""",
    "under": "under | younger than | below | less than | unter | junger als | moins de | menor de | menos "
             "de | minore di | meno di | jonger "
    "dan | onder | yngre an",
    "age": "years | year | "
           "years of age | years old | year old | age | jahre alt | jahren | jahre | ans | anos de edad | "
           "anos | anni | jaar oud | jaar | "
    "anos de idade | ar gammal | aged | yrs",
    "drivinglicence": """driving licence | driving license | drivers licence | drivers license |
        driver license | driver licence | driver s license | driver s licence | fuhrerschein |
        fahrerlaubnis | autofuhrerschein | permis de conduire | permis b | carnet de conducir |
        licencia de conducir | permiso de conducir | carne de conducir | permiso de conduccion |
        permesso di guida | patente di guida | patente | rijbewijs |
        carta de conducao | carteira de motorista | carteira de habilitacao | cnh | korkort |
        driving permit | fuhrerscheins | pkw fuhrerschein | pkw fuhrerscheins | autorijbewijs |
        patente b | rijbewijs b | carnet b | carne b | b korkort | korkort b | fuhrerschein b |
        cnh b | carteira b | prawo jazdy | prawa jazdy""",
    "fluent": """fluent | fluently | proficient | fliessend | couramment | con fluidez | fluentemente |
        correntemente | vloeiend | flytande | bilingual""",
    "speak": """speak | speaking | spoken | fluency | proficiency | command of |
        knowledge of | skills | sprechen | sprichst | sprachkenntnisse | kenntnisse | parlez | parler |
        parles | hablas | habla | hablar | parli | parla | parlare | spreek | spreekt | spreken | fala |
        falar | talar | talar du | beherrschen | language | languages""",
    "howwell": """how well | how good | level of | level | rate | rating | what level | how proficient |
        how fluent | how would you rate | proficiency level | fluency level | language level | wie gut |
        niveau | sprachniveau | quel niveau | quel est votre niveau | que nivel | cual es tu nivel |
        nivel de | nivel | livello di | livello | che livello | hoe goed | qual o seu nivel | hur bra |
        how strong | how is | hur goda | hur bra ar | kunskapsniva | beheersing | beheersingsniveau |
        taalniveau | sprakniva""",
    "whyus": """why do you want to work | why do you want to join | why are you interested |
        what interests you | why would you like to work | why would you like to join |
        what attracts you | what attracted you | what draws you | why us | what motivates you to apply |
        what excites you | why did you apply | why are you applying | why do you want |
        what makes you interested | warum mochten sie | warum mochtest | was interessiert sie |
        was reizt | pourquoi souhaitez vous | pourquoi voulez vous | por que quieres |
        por que te interesa | perche vuoi | perche ti interessa | waarom wil je | por que voce quer |
        varfor vill du | what interested you""",
    "thisjob": "this role | this position | this job | the role | the position | the job | this "
               "opportunity | here | diese stelle | ce poste | "
    "este puesto | esta posizione | deze functie | esta vaga | tjansten",
    "travel": "travel | travelling | traveling | business trips | reisebereit | reisebereitschaft | "
              "dienstreisen | reisen | voyager | deplacements | "
    "viajar | viaggiare | trasferte | reizen | resa | "
    "business travel | business trip | deplacement | deplacements professionnels | viagem | viagens |"
    " viaje | viajes | voyages | trasferta | resor | tjansteresor | dienstreizen | zakenreizen | dienstreise",
    "relative": "relative | relatives | family member | family members | related | "
                "verwandt | verwandte | "
    "angehorige | membre de votre famille | familiares | familiar | parenti | familieleden | slaktingar | "
    "family | family members",
    "noncompete": "non compete | noncompete | non competition | wettbewerbsverbot | clause de non "
                  "concurrence | no competencia | "
    "non concorrenza | concurrentiebeding | nao concorrencia | konkurrensklausul | "
    "non compete agreement | non compete clause | non competition clause | non competition agreement |"
    " non competition covenant",
    "covenant": "restrictive covenant | restrictive covenants | restraint of trade | restraints of trade",
    "convicted": "convicted | conviction | convictions | condamne | condamnation | condenado | condannato | "
                 "veroordeeld | domd | straffad",
    "felony": "felony | felonies",
    "crime": "crime | crimes | criminal offence | criminal offense | criminal offences | criminal offenses",
    "criminalrecord": """criminal record | vorbestraft | vorstrafen | casier judiciaire |
        antecedentes penales | precedenti penali | strafblad | antecedentes criminais | brottsregister""",
    "apply": "applied | application | apply | beworben | bewerbung | postule | candidature | candidato | "
             "candidatura | solicitado | gesolliciteerd | sokt",
    "interview": "interviewed | interview | vorstellungsgesprach | entretien | entrevista | entrevistado |"
                 " colloquio | intervju",
    "remote": "remotely | remote | work from home | home office | homeoffice | teletravail | teletrabajo |"
              " da remoto | smart working | thuiswerken | "
    "teletrabalho | pa distans | distans",
    "onsite": "into our office | from our office | in our office | at our office | into the office |"
              " to our office | on site | onsite | in office | in the office | in person | from the office |"
              " vor ort | im "
              "buro | from office | sur site | au bureau | presencial | "
    "in sede | in ufficio | op kantoor | op locatie | pa plats | pa kontoret",
    "nightshift": "night shift | night shifts | nights | nachtschicht | nachtschichten | nachtarbeit | "
                  "travail de nuit | turno de noche | turni notturni | nachtdienst | turno noturno | nattskift | "
    "overnight | overnight shift | overnight shifts | graveyard shift | graveyard shifts | night work |"
    " through the night | lavoro notturno | turno notturno | turni di notte | trabajo nocturno |"
    " turno nocturno | turnos de noche | nachtdiensten | nachtwerk | trabalho noturno | nattarbete |"
    " nattpass | equipe de nuit | nachtdienste | turno da noite | turno de noite | periodo noturno |"
    " horario noturno | turno della notte | orario notturno | horario nocturno | arbeta natt | jobba natt |"
    " arbeta nattetid | natt | natter | nattetid | la nuit | de nuit | de noche | nachts | s nachts |"
    " por la noche | por las noches | las noches | la noche | a noite | noite | di notte | la notte | notte |"
    " turnos noturnos | turnos nocturnos | turno de madrugada",
    "shift": "shifts | shift work | shift | schichtarbeit | schichten | travail poste | "
             "turnos | turni | ploegendienst | skift | "
    "schichtdienst | schichtbetrieb | in schichten | im schichtdienst | ploegendiensten | in ploegen |"
    " skiftarbete | skiftgang | por turnos | a turnos | su turni | por turno",
    "weekend": "weekends | weekend | wochenenden | wochenende | week end | fines de semana | fin de "
               "semana | fine settimana | weekenden | helger | "
    "week ends | saturdays and sundays | saturday and sunday | saturdays or sundays | samstag und sonntag |"
    " samstags und sonntags | samedi et dimanche | samedis et dimanches | sabados y domingos |"
    " sabado y domingo | sabato e domenica | zaterdag en zondag | sabados e domingos | sabado e domingo |"
    " samedi et le dimanche | sabado y el domingo | sabato e la domenica | lordag och sondag | helg |"
    " helgen | weekende | finais de semana | fim de semana",
    "overtime": "overtime | uberstunden | heures supplementaires | horas extra | horas extras | "
                "straordinari | straordinario | overwerk | overtid",
    "clearance": "security clearance | clearance | sicherheitsuberprufung | habilitation",
    "willing": "willing | willingness | ok | okay | "
    "open | prepared | ready | able and willing | would you be willing | comfortable "
               "| happy | bereit | pret | prete | dispuesto | "
    "dispuesta | disposto | disposta | bereid | beredd | villig | disponibile",
    "own": "own car | own vehicle | car | vehicle | auto | pkw | fahrzeug | vehicule | voiture | coche | "
           "vehiculo | macchina | carro | bil | "
    "veiculo | vehiculo propio | automunito | automunita | motorise | motorisee",
    "experience": """experience | experiences | erfahrung | erfahrungen | experiencia | esperienza | ervaring |
        erfarenhet""",
    "relocate": """relocate | relocation | relocating | umziehen | umzuziehen | umzug | demenager |
        mudarte | mudarse | reubicarte | trasferirti | verhuizen | mudar se | se mudar | flytta""",
    "backgroundcheck": """background check | background checks | background screening | background screen |
        background screenings | background investigation""",
    "hybrid": """hybrid | hybrid model | hybrid work | hybrid working | hybrid mode | hybride | mode hybride |
        hibrido | modelo hibrido | regime hibrido | modalidad hibrida | ibrido | modalita ibrida |
        hybrid modell""",
    "forkliftlicence": """forklift licence | forklift license | forklift certificate | forklift certification |
        fork lift licence | fork lift license | staplerschein | gabelstaplerschein | truckkort | caces |
        patentino muletto | patentino del muletto | heftruckcertificaat | carnet de carretillero |
        truckforarbevis""",
    "fulltime": "full time | fulltime | full time hours | full time basis | full time schedule",
    "parttime": "part time | parttime | part time hours | part time basis | part time schedule",
    "commute": "commute | commuting",
    "oncall": "on call | on call rotation | on call work | on call duty | on call shifts | on call hours",
    "startnow": "start immediately | start right away | start straight away | start work immediately | "
    "immediate start | join immediately | begin immediately | begin work immediately",
    "drugtest": "drug test | drug tests | drug testing | drug screen | drug screening",
    "policecheck": "police check | national police check | police background check",
    "publicholiday": "public holidays | public holiday | bank holidays | bank holiday | statutory holidays",
    "weeklyhours": "hours per week | hours a week | hours each week | weekly hours",
    "percentage": "percentage | percentage of the time | percentage of time | percent | percent of the time",
    "gpa": "gpa | grade point average",
    "hobby": "hobbies | hobby | interests outside work | freizeit | loisirs | aficiones | passatempi | "
             "fritid",
    "bestachievement": "proudest achievement | greatest achievement | biggest accomplishment | proudest "
                       "accomplishment | most proud of | "
    "greatest accomplishment | biggest achievement | proudest of",
    "reference": "references | referees | referenzen | references professionnelles | referencias | "
                 "referenze | referenties | referenser",
}  # fmt: skip

LANGUAGES: Final[dict[str, str]] = {
    "german": "duitse | german | deutsch | deutschkenntnisse | allemand | aleman | tedesco | duits | "
    "alemao | tyska | tysk | saksaa | saksan | niemiecki | niemiecku | niemieckiego",
    "english": "engelse | english | englisch | englischkenntnisse | anglais | ingles | inglese | engels "
    "| engelska | engelsk | englantia | englannin | angielski | angielsku | angielskiego",
    "french": "franse | french | franzosisch | francais | frances | francese | frans | franska | fransk "
    "| ranskaa | ranskan | francuski | francusku | francuskiego",
    "spanish": "spaanse | spanish | spanisch | espagnol | espanol | castellano | spagnolo | spaans | "
    "espanhol | spanska | spansk | espanjaa | espanjan | hiszpanski | hiszpansku | "
    "hiszpanskiego",
    "italian": "italiaanse | italian | italienisch | italien | italiano | italiaans | italienska | italiensk",
    "dutch": "dutch | niederlandisch | hollandisch | neerlandais | neerlandes | olandese | nederlands "
    "| holandes | nederlandska | hollandsk | nederlandsk",
    "portuguese": "portugese | portuguese | portugiesisch | portugais | portugues | portoghese | portugees "
    "| portugisiska | portugisisk",
    "swedish": "swedish | schwedisch | suedois | sueco | svedese | zweeds | svenska | svensk | ruotsia | "
    "ruotsin",
    "polish": "poolse | polish | polnisch | polonais | polaco | polacco | pools | polska | polsk | "
    "polski | polsku | polskiego",
    "danish": "danish | danisch | danois | danes | danese | deens | danska | dansk | tanskaa",
    "norwegian": "norwegian | norwegisch | norvegien | noruego | norvegese | noors | norska | norsk | norjaa",
    "finnish": "finnish | finnisch | finnois | fines | finlandese | fins | finska | finsk | suomea | "
    "suomi | suomen",
    "russian": "russian | russisch | russe | ruso | russo | ryska | russisk",
    "ukrainian": "ukrainian | ukrainisch",
    "turkish": "turkish | turkisch | turc | turco | turks | turkiska",
    "arabic": "arabic | arabisch | arabe | arabo | arabiska",
    "cantonese": "cantonese | kantonesisch | cantonais | cantones",
    "chinese": "chinese | mandarin | chinesisch | chinois | chino | cinese | chinees | chines | kinesiska",
    "japanese": "japanese | japanisch | japonais | japones | giapponese | japans | japanska",
    "korean": "korean | koreanisch | coreen | coreano | koreaans | koreanska",
    "hindi": "hindi",
    "hebrew": "hebrew | hebraisch | hebreu | hebreo | ebraico",
    "czech": "czech | tschechisch | tcheque | checo | ceco | tsjechisch | tjeckiska",
    "lithuanian": "lithuanian | litauisch | lituanien | lituano",
    "greek": "greek | griechisch | grec | griego | greco | grieks | grekiska",
    "romanian": "romanian | rumanisch | roumain | rumano | rumeno | roemeens | romeno | rumanska",
    "hungarian": "hungarian | ungarisch | hongrois | hungaro | ungherese | hongaars | ungerska",
    "bulgarian": "bulgarian | bulgarisch | bulgare | bulgaro",
    "croatian": "croatian | kroatisch | croate | croata | croato",
    "serbian": "serbian | serbisch | serbe | serbio | serbo",
    "slovak": "slovak | slowakisch | slovaque | eslovaco | slovacco",
    "slovenian": "slovenian | slovene | slowenisch | esloveno | sloveno",
    "estonian": "estonian | estnisch | estonien",
    "latvian": "latvian | lettisch | letton",
    "catalan": "catalan | katalanisch | catala",
    "basque": "basque | baskisch | euskera",
    "welsh": "welsh",
    "afrikaans": "afrikaans",
    "persian": "persian | farsi | persisch | persan",
    "urdu": "urdu",
    "bengali": "bengali | bangla",
    "punjabi": "punjabi | panjabi",
    "gujarati": "gujarati",
    "marathi": "marathi",
    "tamil": "tamil",
    "telugu": "telugu",
    "kannada": "kannada",
    "malayalam": "malayalam",
    "nepali": "nepali",
    "sinhala": "sinhala",
    "thai": "thai",
    "vietnamese": "vietnamese | vietnamesisch | vietnamien | vietnamita",
    "indonesian": "indonesian",
    "malay": "malay",
    "tagalog": "tagalog | filipino",
    "swahili": "swahili | kiswahili",
    "yoruba": "yoruba",
    "igbo": "igbo",
    "hausa": "hausa",
    "zulu": "zulu | isizulu",
    "xhosa": "xhosa | isixhosa",
    "amharic": "amharic",
    "somali": "somali",
}

FILLER: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "and",
        "or",
        "with",
        "by",
        "from",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "do",
        "does",
        "did",
        "have",
        "has",
        "had",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "shall",
        "should",
        "you",
        "your",
        "yours",
        "i",
        "my",
        "me",
        "we",
        "our",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "any",
        "some",
        "please",
        "kindly",
        "tell",
        "let",
        "know",
        "what",
        "which",
        "who",
        "if",
        "yes",
        "no",
        "not",
        "select",
        "choose",
        "one",
        "all",
        "apply",
        "there",
        "here",
        "also",
        "so",
        "than",
        "then",
        "e",
        "g",
        "ie",
        "etc",
        "optional",
        "required",
        "valid",
        "currently",
        "hold",
        "holding",
        "possess",
        "own",
        "got",
        "question",
        "following",
        "below",
        "answer",
        "confirm",
        "indicate",
        "state",
        "specify",
        "describe",
        "sie",
        "ihr",
        "ihre",
        "ihnen",
        "ihrer",
        "du",
        "dein",
        "deine",
        "dir",
        "dich",
        "haben",
        "hast",
        "hat",
        "habe",
        "sind",
        "ist",
        "bist",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "und",
        "oder",
        "mit",
        "von",
        "zu",
        "im",
        "in",
        "bitte",
        "gultigen",
        "besitzen",
        "besitzt",
        "welche",
        "welcher",
        "welches",
        "wie",
        "was",
        "waren",
        "warst",
        "wurde",
        "vous",
        "votre",
        "vos",
        "tu",
        "ton",
        "ta",
        "avez",
        "as",
        "ai",
        "etes",
        "es",
        "est",
        "un",
        "une",
        "des",
        "le",
        "la",
        "les",
        "de",
        "du",
        "et",
        "ou",
        "avec",
        "sur",
        "en",
        "au",
        "aux",
        "que",
        "quel",
        "quelle",
        "possedez",
        "veuillez",
        "titulaire",
        "valide",
        "tiene",
        "tienes",
        "posee",
        "usted",
        "su",
        "sus",
        "tu",
        "el",
        "los",
        "las",
        "un",
        "una",
        "unos",
        "con",
        "del",
        "y",
        "o",
        "en",
        "por",
        "para",
        "eres",
        "es",
        "ha",
        "has",
        "haya",
        "valido",
        "hai",
        "ha",
        "possiedi",
        "lei",
        "il",
        "lo",
        "gli",
        "i",
        "uno",
        "di",
        "del",
        "della",
        "dello",
        "che",
        "e",
        "con",
        "per",
        "sei",
        "un",
        "valida",
        "possesso",
        "je",
        "jij",
        "u",
        "uw",
        "jouw",
        "heb",
        "hebt",
        "heeft",
        "ben",
        "bent",
        "is",
        "het",
        "de",
        "een",
        "van",
        "en",
        "of",
        "met",
        "voor",
        "bezit",
        "beschikt",
        "over",
        "geldig",
        "voce",
        "tem",
        "possui",
        "o",
        "os",
        "a",
        "as",
        "um",
        "uma",
        "do",
        "da",
        "dos",
        "das",
        "e",
        "ou",
        "com",
        "para",
        "em",
        "seu",
        "sua",
        "valida",
        "du",
        "ni",
        "har",
        "ar",
        "en",
        "ett",
        "och",
        "eller",
        "med",
        "pa",
        "av",
        "som",
        "ditt",
        "din",
        "innehar",
        "giltigt",
        "giltig",
        "fur",
        "bei",
        "pour",
        "chez",
        "hos",
        "bij",
        "hello",
        "hi",
        "nous",
        "nosotros",
        "able",
        "per",
        "qual",
        "quais",
        "cual",
        "cuales",
        "quale",
        "quali",
        "quels",
        "quelles",
        "wat",
        "vad",
        "vilken",
        "klasse",
        "class",
        "category",
        "kategorie",
        "klass",
        "tuo",
        "tua",
        "tuoi",
        "tue",
        "suo",
        "cuentas",
        "cuenta",
        "disposez",
        "disposes",
        "dispones",
        "dispone",
        "disponi",
        "verfugen",
        "verfugst",
        "d",
        "categorie",
        "categoria",
        "na",
        "nas",
        "nos",
        "dans",
        "sich",
        "vorhanden",
        "possession",
        "meet",
        "eigen",
        "eigener",
        "eigenes",
        "eigenen",
        "eigenem",
        "propio",
        "propia",
        "proprio",
        "propria",
        "propre",
        "egen",
        "eget",
        "sono",
        "presso",
        "eines",
        "besitz",
        "posesion",
        "posse",
        "nel",
        "nei",
        "nella",
        "nelle",
        "negli",
        "al",
        "ai",
        "alla",
        "alle",
        "dal",
        "aos",
        "ao",
        "pelo",
        "pela",
        "am",
        "zum",
        "zur",
        "beim",
        "aan",
        "op",
        "vid",
        "czy",
        "masz",
        "posiadasz",
        "wazne",
    ]
)

OPPOSITES: Final = {"under": "atleast"}
"""Concepts that ask the contrary of another: "are you under 18" is "are you at least 18" the wrong way
round."""


def _patterns(groups: dict[str, str], prefix: str) -> list[tuple[str, str]]:
    pairs = [(fold(p), prefix + name) for name, phrases in groups.items() for p in phrases.split("|")]
    return sorted({p for p in pairs if p[0]}, key=lambda pair: (-len(pair[0].split()), -len(pair[0]), pair))


_BY_PHRASE: Final[dict[str, str]] = {}
for _phrase, _concept in _patterns(LANGUAGES, "l_") + _patterns(CONCEPTS, "c_"):
    _BY_PHRASE.setdefault(_phrase, _concept)
_LENGTHS: Final = lengths_by_first_word(_BY_PHRASE)
_LANGUAGE_WORDS: Final = frozenset(phrase.split()[0] for phrase, _ in _patterns(LANGUAGES, "l_"))
_TOKEN: Final = re.compile(r"[cl]_\w+")


def conceptualise(folded: str) -> list[str]:
    """The words of a folded text, with each known phrase replaced by its concept ("c_prior", "l_german")."""
    words, found, position = folded.split(), [], 0
    while position < len(words):
        for length in _LENGTHS.get(words[position], ()):
            concept = _BY_PHRASE.get(" ".join(words[position : position + length]))
            if concept is not None:
                found.append(concept)
                position += length
                break
        else:
            found.append(words[position])
            position += 1
    return found


def may_name_language(folded: str) -> bool:
    """Whether a folded text has a word that the name of a language begins with."""
    return not _LANGUAGE_WORDS.isdisjoint(folded.split())


def is_concept(token: str) -> bool:
    """Whether a token stands for a concept or a language."""
    return _TOKEN.fullmatch(token) is not None
