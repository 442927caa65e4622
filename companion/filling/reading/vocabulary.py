"""What labels say, in English, German, French, Spanish, Italian, Dutch, Portuguese and Swedish.

Danish, Norwegian, Finnish and Polish stand in vocabulary_north.py. Each meaning has the phrases that stand for it
as a whole label. Words that carry nothing ("please enter your …") are taken away from labels and phrases alike
before they are compared.
"""

import re

from companion.filling.reading import vocabulary_north
from companion.filling.text import fold

_NOISE = frozenset(
    [
        "please",
        "enter",
        "provide",
        "type",
        "fill",
        "in",
        "select",
        "choose",
        "your",
        "you",
        "the",
        "a",
        "an",
        "my",
        "this",
        "us",
        "here",
        "optional",
        "required",
        "field",
        "legal",
        "bitte",
        "ihr",
        "ihre",
        "ihren",
        "ihrer",
        "dein",
        "deine",
        "deinen",
        "eingeben",
        "angeben",
        "wahlen",
        "auswahlen",
        "pflichtfeld",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "freiwillig",
        "votre",
        "vos",
        "ton",
        "ta",
        "saisir",
        "veuillez",
        "indiquer",
        "indiquez",
        "entrez",
        "facultatif",
        "obligatoire",
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "su",
        "tu",
        "sus",
        "tus",
        "introduzca",
        "introduce",
        "ingrese",
        "ingresa",
        "opcional",
        "obligatorio",
        "el",
        "los",
        "las",
        "del",
        "seleccione",
        "selecciona",
        "inserisci",
        "inserire",
        "il",
        "tuo",
        "tua",
        "suo",
        "sua",
        "facoltativo",
        "obbligatorio",
        "lo",
        "i",
        "gli",
        "uw",
        "je",
        "jouw",
        "vul",
        "kies",
        "optioneel",
        "verplicht",
        "het",
        "de",
        "voce",
        "seu",
        "seus",
        "suas",
        "insira",
        "informe",
        "obrigatorio",
        "o",
        "os",
        "as",
        "ange",
        "din",
        "ditt",
        "dina",
        "valfritt",
        "obligatoriskt",
        "link",
        "to",
        *vocabulary_north.NOISE,
    ]
)

PHRASES: dict[str, str] = {
    "given_name": """first name | firstname | fname | forename | given name | given names |
        given name s | first names | first name s | name first | christian name | legal given name |
        vorname | vornamen | prenom | prenoms | nombre | nombres | nome | nombre de pila | primer nombre |
        nome proprio | voornaam | roepnaam | primeiro nome | fornamn | tilltalsnamn | primo nome |
        first legal name |
        jmeno""",
    "family_name": """last name | lastname | lname | surname | family name | second name | last names |
        name last | legal family name | nachname | familienname | zuname | nom de famille | nom famille |
        apellido | apellidos | primer apellido |
        segundo apellido | apellido paterno | apellido materno | cognome | achternaam | familienaam |
        sobrenome |
        apelido | ultimo nome | efternamn | last legal name |
        preferred last name | preferred surname | preferred family name |
        prijmeni""",
    "full_name": """full name | fullname | name | complete name | full legal name | legal name |
        first and last name | first last name | first name last name | first name and last name |
        name and surname | name surname | full name legal | state full legal name | what is full name |
        what is name | whats name | candidate name | applicant name | applicants name |
        name of applicant | full name as in passport | first name surname | vollstandiger name |
        vor und nachname | vorname nachname | vorname und nachname | voller name | vor und zuname |
        name vorname | ganzer name | nom | nom complet | nom et prenom | prenom et nom | nom prenom |
        prenom nom | nom et prenoms | nombre completo | nombre y apellidos | nombre y apellido |
        nome completo | nome e cognome | cognome e nome | volledige naam | naam | voor en achternaam |
        nome e sobrenome | fullstandigt namn | namn | for och efternamn | hela namnet |
        jmeno a prijmeni""",
    "middle_name": """middle name | middle names | middle initial | mi | middle name s |
        zweiter vorname | deuxieme prenom | segundo nombre | secondo nome | tweede voornaam |
        nome do meio | mellannamn | second prenom""",
    "name_particle": "tussenvoegsel | tussenvoegsels | tussenvoegsel s | voorvoegsel | voorvoegsels",
    "preferred_name": """preferred name | preferred first name | preferred given name | nickname |
        preferred name if different | chosen name | chosen first name | what name should we use |
        what do like to be called | what name do prefer to be called by | preferred name alias |
        what should we call | known as |
        what name do go by | name go by | goes by | preferred name if different than name |
        preferred name if different from name | with preferred name |
        with preferred name if different than name | bevorzugter name | bevorzugter vorname | rufname |
        spitzname | prenom usuel | prenom d usage | nom prefere | prenom prefere | nombre preferido |
        apodo | nome preferito | soprannome | voorkeursnaam | nome preferido |
        preferred full name | preferred first and last name | preferred first name and last name |
        chosen full name | name as you would like it to appear | full name as you would like it to appear |
        name as you prefer it to appear | name as you want it to appear |
        onskat namn | smeknamn""",
    "email": """email | e mail | mail | email address | e mail address | mail address | email id |
        emailaddress | contact email | personal email | primary email | what is email address |
        what is email | email address personal | personal email address | confirm email |
        confirm email address | email confirmation | re email | confirm e mail | confirm e mail address |
        email address again | email confirm | re enter email | re enter email address | re enter e mail |
        repeat email | retype email | verify email | reenter email | retype email address |
        repeat email address | verify email address | reenter email address |
        re email address | e mail adresse | email adresse | mailadresse | emailadresse |
        e mail bestatigen | e mail adresse bestatigen | e mail wiederholen | e mail adresse wiederholen |
        adresse e mail | adresse email | adresse mail | courriel | adresse courriel |
        adresse electronique | adresse de messagerie | courrier electronique | confirmer e mail |
        confirmez adresse e mail | confirmez e mail | confirmez email | ripeti e mail | ripeti email |
        ripeti indirizzo e mail |
        herhaal e mail | herhaal e mailadres | herhaal emailadres | upprepa e post | upprepa e postadress |
        confirmer email | correo |
        correo electronico |
        direccion de correo electronico | direccion de correo | direccion de email | direccion email |
        confirmar correo electronico | confirmar correo | repetir correo electronico | indirizzo e mail |
        indirizzo email | posta elettronica | indirizzo di posta elettronica | conferma email |
        conferma e mail | conferma indirizzo e mail | e mailadres | emailadres | mailadres |
        bevestig e mail | bevestig e mailadres | endereco de email | endereco de e mail |
        confirmar email | confirmar e mail | confirme email | confirme e mail | confirmacao de e mail |
        confirmacao do e mail | repita e mail | e post | epost | e postadress | epostadress | mejladress |
        mejl | bekrafta e post | bekrafta e postadress |
        emailova adresa | e mail adresa""",
    "phone": """phone | phone number | telephone | telephone number | mobile | mobile number |
        mobile phone | mobile phone number | cellular | cellular phone | cellular number |
        cell | cell phone | cell phone number | cell number |
        contact number | phone no | mobile no | tel | primary phone | primary phone number | contact phone |
        contact phone number | best phone number | home phone | phone mobile | day phone |
        daytime phone | daytime telephone | what is phone number | best contact number |
        national number | whatsapp number | phone national number | phone number with country code |
        phone number including country code | phonenumber | telefon | telefonnummer | handy |
        handynummer | mobiltelefon | mobilnummer | rufnummer | mobil | tel nr | telefonnr | telefon mobil |
        telefon privat | telefon tagsuber |
        handy nummer | festnetz | numero de telephone | telephone portable | portable |
        numero de portable | numero de mobile | tel mobile | telephone mobile | n de telephone |
        telefono | numero de telefono | telefono movil | movil | numero de movil | celular |
        telefono celular | numero de celular | telefono de contacto | numero di telefono | cellulare |
        numero di cellulare | recapito telefonico | telefono cellulare | telefoonnummer | telefoon |
        mobiel | mobiel nummer | gsm | gsm nummer | mobiele telefoon | telefone | telemovel |
        numero de telefone | numero de telemovel | telefone celular | celular com ddd | telefone com ddd |
        telefone de contato | mobilnr |
        mobiltelefonnummer |
        telefonni cislo""",
    "phone_country": """country code | phone country code | country phone code | phone country |
        dial code | dialing code | dialling code | country calling code | calling code | phone code |
        international code | phone number country | phone number country code | phonenumber country |
        phone prefix | country region code | country region phone code | country territory phone code |
        landesvorwahl | landervorwahl | vorwahl |
        landervorwahl telefon | indicatif | indicatif pays | indicatif telephonique | code pays |
        prefijo | codigo de pais | prefijo de pais | prefijo telefonico | prefisso |
        prefisso internazionale | prefisso telefonico | landcode | landnummer | landskod | landsnummer |
        codigo do pais | codigo pais | ddi | indicativo | indicativo do pais | riktnummer land""",
    "street": """street | address line one | street address | address line 1 | address 1 |
        address line1 | address1 | street address line 1 | addressline1 |
        street address 1 | address | home address |
        physical address | present address | full address | complete address | current home address |
        current residential address | mailing address | street and house number | street and number | street name |
        street name and number | postal address | residential address | address street |
        permanent address | home street address | strasse | strasse und hausnummer |
        strasse hausnummer | strasse nr | adresse | anschrift | strasse und nr | adresszeile 1 |
        wohnadresse | postanschrift | adresse ligne 1 | adresse postale | rue | rue et numero |
        numero et rue |
        numero et nom de rue | adresse 1 | adresse domicile | direccion | domicilio | calle |
        calle y numero | direccion postal | linea de direccion 1 | direccion linea 1 | direccion 1 |
        indirizzo | via | via e numero civico | indirizzo di residenza | indirizzo 1 | adres | straat |
        straat en huisnummer | straatnaam | straatnaam en huisnummer | adresregel 1 | endereco | rua |
        morada | logradouro | rua e numero | endereco 1 | endereco linha 1 | adress | gatuadress |
        gata | gata och nummer | adressrad 1 | postadress""",
    "house_number": """house number | house no | street number | building number | hausnummer | hausnr |
        haus nr | huisnummer | huisnr | numero civico | n civico | numero de casa | husnummer""",
    "street2": """address line 2 | address 2 | address line2 | address2 | apt suite | apartment | apt |
        suite | unit | addressline2 | street address line 2 | apartment suite etc | apt suite etc |
        apartment number | apt number | building | apt suite unit | apt suite building |
        apt unit suite | apt or suite | apt suite unit building floor etc | address two | line two |
        address line 3 | adresszusatz | adresszeile 2 | zusatz | complement d adresse |
        complement adresse | adresse ligne 2 | informacion adicional | linea de direccion 2 |
        direccion 2 | piso puerta | indirizzo 2 | interno | adresregel 2 | toevoeging | complemento |
        adressrad 2 | c o adress | co adress | endereco 2 | complement""",
    "city": """city | suburb city | city suburb | town | city town | town city | city of residence |
        current city | home city | municipality | locality | suburb | what city do currently reside |
        what city do live | what city are currently based | what city are based |
        what city are currently located | which city are based | which city are located |
        which city do live | what city do reside | city where live | stadt | ort | wohnort |
        ort stadt | aktueller wohnort | wohnsitz | in welcher stadt wohnen sie |
        in welcher stadt wohnst du | ville | commune | ville de residence | localite | ciudad |
        poblacion | localidad | municipio | ciudad de residencia | citta | comune | localita |
        citta di residenza | comune di residenza | stad | plaats | woonplaats | gemeente | cidade |
        localidade | cidade de residencia | ort postort | postort | bostadsort | hemort |
        mesto""",
    "region": """state | province | region | state province | state region | state or province | county |
        state of residence | territory | province state | province territory | state province region |
        state county | address state | current state | state territory | bundesland | kanton |
        land bundesland | departement | region departement | provincia | comunidad autonoma | estado |
        estado provincia | regione | provincie | gewest | provincie staat | distrito | uf | lan |
        landskap | regione provincia | provincia estado """,
    "postal_code": """postal | zip | zip code | zipcode | postal code | postcode | post code | postalcode |
        zip postal code | zip postcode | pin code | pincode | postal pin code | postal zip code |
        zip or postal code | zip postal | plz |
        postleitzahl | code postal | codigo postal | cp | cap | codice postale | c a p |
        codice di avviamento postale | codigo de endereco postal | cep | postnummer | codigo postal cp |
        postnr |
        psc""",
    "postal_city": """plz ort | plz und ort | plz wohnort | plz und wohnort | postleitzahl ort |
        postleitzahl und ort | postleitzahl wohnort | postleitzahl stadt | plz stadt | code postal ville |
        code postal et ville | cp ville | cp et ville | codigo postal y ciudad | codigo postal y poblacion |
        cp y poblacion | cap e citta | cap citta | postcode en plaats | postcode plaats |
        postcode en woonplaats | postcode woonplaats | codigo postal e cidade | cep e cidade |
        postnummer och ort | postnummer ort | postcode and city | zip code and city""",
    "country": """country | country of residence | country region of residence |
        country or region of residence | country residence | current country | country region |
        home country | country where live | what country are based | what country are located |
        what country do live | what is current country of residence | what country do reside |
        which country are based | which country do live | which country are located |
        what is country of residence | country in which are located | country name | country territory |
        country in which live | country in which reside | current country of residence |
        country which are located | which country do currently reside |
        in which country do currently reside | what country do currently live |
        what country do currently reside | which country do currently live |
        what country are currently located | what country are currently based |
        what country are currently residing | country are located | which country are currently located |
        which country are currently based | which country do reside | country of current residence |
        current country location | land | wohnsitzland | land des wohnsitzes | wohnland |
        aufenthaltsland | staat | land wohnsitz | in welchem land wohnen sie | in welchem land lebst |
        in welchem land leben sie | in welchem land wohnst | pays | pays de residence |
        dans quel pays residez vous | dans quel pays habitez vous | pays residence | pais |
        pais de residencia | en que pais vives | en que pais resides | pais residencia | paese |
        nazione | nazione di residenza | paese di residenza | stato | in quale paese vivi |
        in quale paese risiedi |
        land van verblijf | woonland | in welk land woon | land waar woont | em que pais reside |
        em que pais vive | bosattningsland | vilket land bor i | i vilket land bor""",
    "location": """location | current location | where are located | where are currently located |
        where are based | location city | where are currently based | candidate location |
        home location | where do live | where do currently live | city state | city and state |
        city country | city and country | city state country | city region | where do reside |
        location city state | city province country | current location city country |
        location city country | where are currently living | where do currently reside |
        city of residence and country | current city and country | where are currently residing |
        city and country of residence | what is current location | what is location | location input |
        current place of residence | place of residence | standort | aktueller standort |
        derzeitiger standort | wo wohnst | wo wohnen sie | wohnort und land | wo lebst |
        wo befinden sie sich | stadt land | lieu de residence | localisation | lieu | ou habitez vous |
        ville pays | ou etes vous base | ville et pays | ubicacion | ubicacion actual | donde vives |
        lugar de residencia | donde resides | ciudad y pais | localizacion | posizione |
        luogo di residenza | dove vivi | residenza | dove ti trovi | citta e paese | locatie |
        huidige locatie | waar woon | waar bent gevestigd | stad en land | localizacao |
        localizacao atual | onde mora | cidade e pais | onde vive | local de residencia | cidade estado |
        plats | nuvarande plats | var bor | bostadsort och land""",
    "linkedin": """linkedin | linkedin profile | linkedin url | linkedin profile url | linked in |
        linked in profile | linked in url | linkedin link | linkedin account | linkedin id |
        linkedin profile link |
        linkedin profile link handle | linkedin page | linkedin address | urls linkedin | url linkedin |
        linkedin profil | profil linkedin | perfil de linkedin | perfil linkedin | profilo linkedin |
        linkedin profiel | linkedinprofil | linkedin website | have linkedin profile attach |
        linkedin perfil | lien linkedin | lien profil linkedin | enlace de linkedin |
        enlace perfil de linkedin | what is linkedin profile url | what is linkedin profile |
        what is linkedin url | share linkedin profile | share linkedin url | lien vers profil linkedin""",
    "github": """github | github profile | github url | github link | git hub | github account |
        github profile url | urls github | github profil | profil github | perfil de github |
        perfil github | profilo github | github profiel | github page | github handle |
        github profile link | github gitlab | github repository | github or gitlab | github username |
        git hub profile | git hub url | what is github profile | share github profile""",
    "gitlab": "gitlab | gitlab url | gitlab profile",
    "stackoverflow": "stack overflow | stackoverflow | stack overflow profile | stackoverflow profile",
    "twitter": """twitter | twitter url | twitter profile | twitter handle | x twitter | twitter x |
        x formerly twitter | urls twitter | twitter link | x profile | x handle | twitter account""",
    "facebook": "facebook | facebook url | facebook profile | facebook link",
    "xing": "xing | xing profil | xing profile | xing url",
    "portfolio": """portfolio | portfolio url | portfolio link | online portfolio | portfolio website |
        portfolio site | urls portfolio | design portfolio | portfolio profile | portfolio page |
        portfolio or website | website portfolio | portfolio website url | website or portfolio |
        personal portfolio | portefeuille | portafolio | portfolio personal website | portafolios |
        portefolio |
        personal website or portfolio | personal website portfolio | portfolio or personal website |
        website or online portfolio""",
    "website": """website | personal website | web site | homepage | website url | personal site | blog |
        personal url | url | personal website url | website link | personal web site | website blog |
        blog url | web page | personal homepage | webseite | website personal | internetseite |
        persoenliche webseite | personliche webseite | eigene webseite | personliche website | site web |
        site internet | site web personnel | site personnel | pagina web | sitio web |
        sitio web personal | pagina web personal | sito web | sito internet | sito web personale |
        sito personale | persoonlijke website | site pessoal | pagina pessoal | website pessoal |
        webbplats | hemsida | personlig webbplats | personlig hemsida""",
    "other_link": """other website | other link | other url | other | urls other | other links |
        other websites | additional link | additional links | additional url | sonstige links |
        autre lien | otro enlace""",
    "resume": """resume | cv | resume cv | cv resume | curriculum vitae | curriculum | upload resume |
        upload cv | attach resume | attach cv | resume file | upload resume cv | resume or cv |
        cv or resume | resume curriculum vitae | resume upload | attach resume cv | upload resume or cv |
        cv upload | resume attachment | resume document | cv file | file resume | lebenslauf |
        lebenslauf hochladen | cv hochladen | lebenslauf cv | lebenslauf anhangen | cv lebenslauf |
        cv telecharger | telecharger cv | joindre cv | votre cv | deposez cv | ajouter cv |
        hoja de vida | sube cv | adjuntar cv | subir cv | adjunta cv | cargar cv | curriculum adjunto |
        sube curriculum | adjuntar curriculum | carica cv | carica curriculum | allega cv |
        curriculum vitae cv | cv uploaden | upload jouw cv | cv toevoegen | curriculo |
        anexar curriculo | carregar cv | enviar curriculo | carregar curriculo | anexar cv |
        cv meritforteckning | ladda upp cv | bifoga cv | meritforteckning | levnadsbeskrivning |
        curriculo vitae""",
    "cover_letter": """cover letter | coverletter | upload cover letter | attach cover letter |
        covering letter | letter of motivation | motivation letter | motivational letter |
        cover letter upload | cover letter file | cover letter attachment | anschreiben |
        motivationsschreiben | bewerbungsschreiben | anschreiben hochladen | begleitschreiben |
        lettre de motivation | lettre motivation | joindre lettre de motivation | carta de presentacion |
        carta de motivacion | carta motivacion | lettera di presentazione | lettera di motivazione |
        lettera motivazionale | motivatiebrief | sollicitatiebrief | motivatie brief |
        begeleidende brief | carta de apresentacao | carta de motivacao | personligt brev | foljebrev |
        motivationsbrev | ansokningsbrev""",
    "current_company": """current company | current employer | company current | present employer | org |
        current or most recent company | current organization | current organisation |
        current or most recent employer | most recent employer | most recent company |
        current company name | what is current or most recent company | current most recent company |
        current most recent employer | current or last company | current or last employer | current place of work |
        current workplace | what is current company | what company do currently work for |
        where do currently work | who is current employer | aktueller arbeitgeber |
        derzeitiger arbeitgeber | jetziger arbeitgeber | aktuelles unternehmen | employeur actuel |
        entreprise actuelle | societe actuelle | empresa actual | empleador actual | azienda attuale |
        datore di lavoro attuale | attuale datore di lavoro | huidige werkgever | huidig bedrijf |
        empresa atual | empregador atual | nuvarande arbetsgivare | nuvarande foretag |
        mention name of current employer |
        name of current or most recent employer | name of current employer |
        current or most recent employer name | most recent employers name | current employers name""",
    "current_title": """current title | current job title | current position | current role |
        job title current | headline | current or most recent job title | most recent job title |
        most recent title | current most recent job title | most recent role | most recent position |
        current most recent title |
        current or last job title | present job title |
        current most recent position | current most recent role | current job | current occupation |
        current or most recent title |
        what is current job title | what is current title | what is current role | professional title |
        professional headline | current designation | current or most recent role | aktuelle position |
        derzeitige position | aktuelle berufsbezeichnung | aktuelle stelle | aktuelle tatigkeit |
        poste actuel | fonction actuelle | intitule de poste actuel | puesto actual | cargo actual |
        posizione attuale | ruolo attuale | huidige functie | huidige functietitel | cargo atual |
        funcao atual | nuvarande befattning | nuvarande titel | nuvarande roll""",
    "work_company": "company | employer | company name | employer name | organization | organisation | "
    "firma | arbeitgeber | "
    "employeur | entreprise | empresa | empleador | azienda | datore di lavoro | werkgever | bedrijf | "
    "arbetsgivare",
    "work_title": "job title | title | position | role | role title | position title | occupation | "
    "berufsbezeichnung | "
    "stellenbezeichnung | intitule de poste | poste | puesto | cargo | posizione lavorativa | ruolo | "
    "functie | functietitel | "
    "befattning | jobtitel | titre de poste",
    "years_experience": """years experience | years of experience | total years of experience |
        total experience | total years experience | years of professional experience |
        years of work experience | total work experience | work experience years | experience years |
        how many years of experience do have | how many years of professional experience do have |
        how many full years of professional experience do have |
        how many years of work experience do have | how many total years of experience do have |
        mention total work experience in years | total work experience in years | overall experience |
        overall work experience | overall work experience in years | overall experience in years |
        total experience in years | experience in years | years of working experience |
        how many years of total experience do have |
        how many years of total work experience do have | total years of professional experience |
        total years of work experience | how many years professional experience do have |
        total number of years of experience | how many years experience do have |
        total professional experience | total professional experience in years | professional experience in years |
        years of professional work experience | total years of professional work experience |
        total exp in years | total exp | overall professional experience | overall years of experience |
        number of years of experience have | number of years of work experience have |
        number of years of professional experience have | number of years of professional experience |
        number of years of work experience | in total how many years of experience do have |
        in total how many years of work experience do have |
        in total how many years of professional experience do have | how many years have worked professionally |
        how many years have been working professionally |
        number of years of experience | berufserfahrung in jahren | jahre berufserfahrung |
        berufserfahrung jahre | wie viele jahre berufserfahrung haben sie |
        wie viele jahre berufserfahrung hast | anzahl jahre berufserfahrung |
        wie viel berufserfahrung haben sie | annees d experience | annees experience |
        nombre d annees d experience | annees d experience professionnelle |
        combien d annees d experience avez vous |
        combien d annees d experience professionnelle avez vous | anos de experiencia |
        anos de experiencia laboral | anos de experiencia profesional |
        cuantos anos de experiencia tiene | cuantos anos de experiencia tienes |
        cuantos anos de experiencia profesional tienes | anni di esperienza |
        anni di esperienza lavorativa | quanti anni di esperienza hai |
        quanti anni di esperienza lavorativa hai | jaren ervaring | jaren werkervaring |
        aantal jaren werkervaring | hoeveel jaar ervaring heb | hoeveel jaar werkervaring heb |
        hoeveel jaren werkervaring heb | aantal jaar ervaring | anos de experiencia profissional |
        quantos anos de experiencia tem | quantos anos de experiencia possui |
        quantos anos de experiencia profissional tem | ars erfarenhet | antal ars erfarenhet |
        ars arbetslivserfarenhet | hur manga ars erfarenhet har du |
        hur manga ars arbetslivserfarenhet har du | ars yrkeserfarenhet | antal ars yrkeserfarenhet |
        antal ars arbetslivserfarenhet | nombre d annees d experience professionnelle |
        numero de anos de experiencia | numero de anos de experiencia profesional | numero di anni di esperienza |
        numero de anos de experiencia profissional | anzahl der berufsjahre | berufsjahre""",
    "summary": "professional summary | profile summary | personal summary | career summary",
    "school": """school | university | college | institution | school name | university name |
        school or university | alma mater | name of school | name of university | name of college | college name |
        name of college university |
        name of school university | name of university college | college university name |
        college university |
        university college | educational institution | school university | institution name |
        name of institution | name of educational institution |
        hochschule | universitat | schule | bildungseinrichtung | ecole | universite | etablissement |
        etablissement scolaire | universidad | escuela | centro educativo | institucion | universita |
        scuola | istituto | universiteit | onderwijsinstelling | opleidingsinstituut | universidade |
        instituicao | faculdade | instituicao de ensino | larosate | universitet | skola | hogskola |
        university attended | school attended | college attended | last school attended""",
    "degree": """degree | highest degree earned | highest degree completed | highest degree attained |
        highest level of education attained | degree type | degree obtained | highest degree | highest education |
        highesh education | education level | level of education | highest level of education |
        highest level of education completed | qualification | highest qualification | academic degree |
        highest degree obtained | highest education level | type of degree |
        indicate highest level of education have completed | what is highest level of education |
        what is highest level of education that have completed | highest level of education that have completed |
        degree earned | what is highest level of education have completed | what is highest degree |
        highest level of education achieved | what is highest level of education completed |
        what is highest level of education achieved | highest level of education obtained |
        highest educational qualification | highest academic qualification | abschluss |
        hochster abschluss | hochster akademischer abschluss | hochster hochschulabschluss |
        bildungsabschluss | hochster schulabschluss | schulabschluss |
        hochschulabschluss | studienabschluss |
        akademischer grad | hochster bildungsabschluss | was ist hochster bildungsabschluss | diplome |
        niveau d etudes | plus haut diplome | niveau de diplome | diplome le plus eleve | dernier diplome |
        dernier diplome obtenu | niveau etudes |
        quel est niveau d etudes | titulo | nivel de estudios | titulacion | grado academico |
        nivel de educacion | nivel educativo | maximo nivel de estudios | cual es nivel de estudios |
        titolo di studio | laurea | livello di istruzione | titolo di studio piu alto |
        qual e titolo di studio | opleidingsniveau | diploma | hoogste opleiding |
        hoogst behaalde diploma | hoogst genoten opleiding | wat is hoogst genoten opleiding | grau |
        grau academico | nivel de escolaridade | habilitacoes literarias | grau de escolaridade |
        formacao academica | escolaridade | qual e nivel de escolaridade | examen | utbildningsniva |
        hogsta utbildning | hogsta avslutade utbildning | vilken ar hogsta utbildning""",
    "field_of_study": """field of study | discipline | major | subject | course of study |
        area of study | field of studies | main subject | fields of study | specialization |
        specialisation | studienfach | studienrichtung | fachrichtung | studiengang | domaine d etudes |
        specialite | filiere | discipline d etudes | campo de estudio | area de estudio | especialidad |
        campo di studio | indirizzo di studi | corso di studi | studierichting | vakgebied |
        area de estudo | curso | campo de estudo | studieinriktning | inriktning | amnesomrade |
        course of study major | major course of study | field of study major | major field of study""",
    "education_start": "education start date | study start date | school start date",
    "education_end": """graduation date | graduation year | year of graduation |
        expected graduation date | expected graduation | anticipated graduation date |
        anticipated graduation |
        expected graduation year | graduation month and year | graduation month | month of graduation |
        education end date | abschlussjahr |
        annee d obtention |
        annee de diplome | ano de graduacion | anno di laurea | afstudeerjaar | ano de conclusao |
        examensar""",
    "start_date": """start date | wann konnen sie fruhestens anfangen |
        wann kannst du fruhestens anfangen | cuando podria incorporarse | cuando puedes incorporarte |
        cuando puede incorporarse | available start date | earliest start date | availability |
        available from | date available | preferred start date | earliest available start date |
        earliest possible start date | desired start date | when can start | when could start |
        when are available to start | availability date | when is desired start date |
        what is earliest start date | date available for employment | date available for work |
        date can start | availability to start | date available to start |
        what is earliest available start date | possible start date | when would be available to start |
        when can start work | when are available to start work | expected start date | expected date of joining |
        expected joining date | earliest joining date | earliest date of joining | possible joining date |
        when could be available to start | what is availability to start | available to start |
        date of availability | when can join | when is earliest can start | what is earliest can start |
        when is earliest could start | earliest starting date |
        when is earliest would want to start working with | when would be able to start |
        when are able to start | what is earliest possible start date | what is preferred start date |
        when is earliest start date | when would be available to start if selected for position |
        what is desired start date | what is start date | eintrittsdatum |
        fruhestes eintrittsdatum | date are available to start | date can start | date of earliest start |
        fruhestmoglicher eintrittstermin | eintrittstermin | fruhester eintrittstermin | verfugbar ab |
        fruhester arbeitsbeginn | fruhestmoglicher arbeitsbeginn | moglicher arbeitsbeginn | arbeitsbeginn |
        fruhestmoglicher beginn | gewunschtes startdatum | gewunschter eintrittstermin |
        gewunschtes eintrittsdatum | gewenste startdatum | gewenste begindatum | mogelijke startdatum |
        vroegst mogelijke startdatum | date d entree souhaitee | date de prise de poste souhaitee |
        date de debut possible | fecha de incorporacion deseada | fecha estimada de incorporacion |
        fecha de inicio deseada | data di inizio desiderata | prima data disponibile | data prevista de inicio |
        data de inicio pretendida | data de inicio desejada | tidigast mojliga startdatum | tidigaste tilltrade |
        mojligt tilltrade | tilltrade | fruhestes startdatum | moglicher eintrittstermin | startdatum |
        fruhestmogliches eintrittsdatum |
        wann konnen sie anfangen | wann kannst du anfangen | ab wann sind sie verfugbar |
        wann konntest du anfangen | wann konnten sie anfangen | fruhester starttermin |
        ab wann kannst du anfangen | fruhestmoglicher starttermin | fruhestmogliches startdatum |
        date de debut | date de disponibilite | disponibilite | disponible a partir de |
        date de debut souhaitee | date d entree possible | date de prise de poste |
        quand pouvez vous commencer | quand seriez vous disponible |
        a partir de quand etes vous disponible | quand etes vous disponible | date de debut au plus tot |
        fecha de inicio | fecha de incorporacion | disponibilidad | disponible desde | fecha disponible |
        fecha de disponibilidad | cuando puedes empezar | cuando podrias empezar | cuando puede empezar |
        data di inizio | disponibilita | data di disponibilita | disponibile da | disponibile dal |
        quando puoi iniziare | quando potresti iniziare | beschikbaar vanaf | beschikbaarheid |
        begindatum | wanneer kun beginnen | wanneer kan beginnen | wanneer kunt beginnen |
        vanaf wanneer bent beschikbaar | data de inicio | disponivel a partir de | disponibilidade |
        data de disponibilidade | quando pode comecar | quando poderia comecar | quando voce pode comecar |
        tilltradesdatum | tillganglig fran | nar kan borja | nar kan du borja | mojligt startdatum |
        tidigaste startdatum | onskat startdatum""",
    "notice_period": """notice period | current notice period | what is notice period |
        what is current notice period | length of notice period | official notice period |
        contractual notice period | notice | notice required | period of notice |
        period of notice required | required notice | required notice period | how long is notice period |
        how much notice do need to give current employer | kundigungsfrist |
        how much notice do need to give | how much notice do have to give |
        how much notice are required to give | aktuelle kundigungsfrist | wie lang ist kundigungsfrist |
        wie lange ist kundigungsfrist | was ist kundigungsfrist | welche kundigungsfrist haben sie |
        welche kundigungsfrist hast | preavis | delai de preavis | duree de preavis |
        periode de preavis | periodo di preavviso richiesto | preavviso richiesto | giorni mesi di preavviso |
        giorni di preavviso | mesi di preavviso |
        pre aviso | periodo de pre aviso | prazo de pre aviso |
        quelle est duree de preavis | quel est preavis | quel est delai de preavis |
        preaviso | periodo de preaviso | plazo de preaviso | cual es periodo de preaviso |
        cual es preaviso | preavviso | periodo di preavviso | qual e periodo di preavviso |
        qual e preavviso | opzegtermijn | wat is opzegtermijn | aviso previo | periodo de aviso previo |
        prazo de aviso previo | qual e periodo de aviso previo | uppsagningstid |
        hur lang uppsagningstid har du | vad ar uppsagningstid | vilken uppsagningstid har du |
        hur lang ar uppsagningstid""",
    "source": """source | como soube desta vaga | como soube da vaga | como voce soube da vaga |
        como voce soube desta vaga | how did hear about | how did hear about job |
        how did hear about position | how did find | referral source | how did hear about role |
        how did hear about opportunity | where did hear about | where did see job posting |
        how did learn about | how did find out about | where did first hear about |
        how did first hear about | how did find job | how did come across job | source prompt |
        where did hear about job | where did hear about position | wie haben sie von uns erfahren |
        wie bist auf uns aufmerksam geworden | wie sind sie auf uns aufmerksam geworden |
        wie hast von uns erfahren | wo haben sie von uns erfahren | wie wurden sie auf uns aufmerksam |
        comment avez vous entendu parler de nous | comment nous avez vous connu | comment avez vous connu |
        como nos conociste | como nos conocio | como supiste de nosotros | como te enteraste de nosotros |
        como ci hai conosciuto | come ci hai conosciuto | come hai saputo di noi | come ha saputo di noi |
        hoe heb van ons gehoord | hoe heeft van ons gehoord | hoe ken ons | como soube de nos |
        como nos conheceu | como ficou sabendo de nos | como ficou sabendo da vaga |
        hur horde du talas om oss | hur fick du hora talas om oss | hur hittade du oss""",
    "pronouns": """pronouns | preferred pronouns | what are pronouns | what are preferred pronouns |
        personal pronouns | gender pronouns | pronomen | bevorzugte pronomen |
        welche pronomen verwenden sie | welche pronomen benutzt | pronoms | pronoms preferes |
        pronombres | pronombres preferidos | pronomi | pronomi preferiti | voornaamwoorden |
        voorkeursvoornaamwoorden | pronomes | pronomes preferidos | onskade pronomen |
        self describe i prefer to use following pronouns""",
    "gender": """gender | sex | gender identity | what is gender | what is gender identity |
        i identify gender as | geschlecht | geschlechtsidentitat | genre | sexe | identite de genre |
        genero | sexo | identidad de genero | genere | sesso | geslacht | gender identiteit |
        identidade de genero | kon | identita di genere | which gender do identify with |
        which of following best describes gender | how do identify gender |
        with which gender do identify | what gender do identify as | how would describe gender identity |
        how would describe gender""",
    "ethnicity": """race | ethnicity | race ethnicity | ethnic background | ethnicity race |
        ethnic origin | race or ethnicity | what is race | what is ethnicity | what is race ethnicity |
        i identify ethnicity as | which ethnicity do identify with |
        which ethnicity ies do identify with | race or ethnicity that identify with most |
        racial ethnic background | ethnic group | racial or ethnic identity | ethnische herkunft |
        ethnische zugehorigkeit | ethnie | origine ethnique | etnia | origen etnico | raza |
        origine etnica | etniciteit | etnische achtergrond | etnische afkomst | raca | raca etnia |
        etnicitet | etniskt ursprung | cor ou raca | hispanic latino race""",
    "hispanic": """hispanic ethnicity | hispanic or latino | are hispanic latino |
        are hispanic or latino | hispanic latino | are hispanic | hispanic latino ethnicity |
        are of hispanic or latino origin | are of hispanic origin | do identify as hispanic or latino |
        do identify as hispanic latino | are hispanic latinx | are hispanic or latinx |
        are hispanic latina o""",
    "veteran": """veteran | veteran status | protected veteran status | are veteran |
        are protected veteran | i am veteran | us veteran | are military veteran | us veteran status |
        do identify as protected veteran | do identify as veteran | military status |
        what is veteran status | are u s veteran""",
    "disability": """disability | disability status | do have disability | are disabled |
        i have disability | schwerbehinderung | do identify as person with disability |
        what is disability status | do have a disability | disability self identification |
        do identify as having disability | do consider self to have disability | behinderung |
        schwerbehindert | liegt eine schwerbehinderung vor | handicap | situation de handicap |
        discapacidad | tiene discapacidad | disabilita | handicap status | deficiencia |
        pessoa com deficiencia | funktionsnedsattning | arbeidshandicap""",
    "salary_expectation": """salary expectation | wat is salarisindicatie | salary expectations |
        expected salary |
        desired salary | desired compensation | salary requirements | compensation expectations |
        salary requirement | expected compensation | expected ctc | salary | pay expectations |
        desired base salary | what are salary expectations | what is desired salary |
        what are compensation expectations | what is expected ctc | preferred salary expectations |
        what are salary expectation | what is salary expectation | what are yearly salary expectations |
        what are base salary expectations | annual salary expectation | annual salary expectations |
        desired annual salary | expected annual salary | salary range | desired pay |
        what are salary expectations for role | what is desired compensation for position |
        salary expectations gross | what are salary expectations for position | what is expected salary |
        what is salary requirement | what are salary requirements | gross salary expectation |
        gross annual salary expectation | desired salary range | what is expected yearly gross salary |
        what is ideal target compensation | remuneration expectations |
        what are annual salary expectations | what is desired annual salary |
        what is expected annual salary | what are expected salary | what is expected compensation |
        what is desired salary range | yearly salary expectation | yearly salary expectations |
        what are pay expectations | salary expectation yearly gross | expected income |
        income expectations | expected remuneration | desired remuneration |
        gehaltsvorstellung | einkommensvorstellung | remuneration attendue | remuneracion pretendida |
        remuneracion esperada | renta pretendida | retribuzione attesa |
        gehaltswunsch | gehaltsvorstellungen | wunschgehalt | gehaltserwartung | jahresgehalt wunsch |
        gehaltsvorstellung brutto jahr | gehaltsvorstellung jahrlich brutto |
        was sind gehaltsvorstellungen | wie hoch ist gehaltsvorstellung | wie lautet gehaltsvorstellung |
        was ist gehaltsvorstellung | gewunschtes jahresgehalt | bruttojahresgehalt gewunscht |
        wie hoch sind gehaltsvorstellungen | wie sind gehaltsvorstellungen | pretentions salariales |
        pretention salariale | salaire souhaite | salaire attendu | remuneration souhaitee |
        attentes salariales | quelles sont pretentions salariales | quel est salaire souhaite |
        quelles sont attentes salariales | pretension salarial | expectativa salarial |
        expectativas salariales | salario deseado | pretensiones salariales | salario esperado |
        aspiracion salarial | cuales son expectativas salariales | cual es expectativa salarial |
        aspettative salariali | retribuzione desiderata | stipendio desiderato | richiesta economica |
        ral desiderata | ral attesa | ral richiesta | aspettativa salariale |
        quali sono aspettative salariali |
        qual e aspettativa salariale | salarisindicatie | gewenst salaris | salarisverwachting |
        salariswens | salarisverwachtingen | wat is salarisverwachting | wat is gewenste salaris |
        wat zijn salarisverwachtingen | expectativas salariais | pretensao salarial |
        salario pretendido | quais sao expectativas salariais | qual e pretensao salarial |
        qual e expectativa salarial | qual pretensao salarial | loneansprak | loneonskemal | onskad lon |
        loneforvantningar | vad ar loneansprak | vilka ar loneansprak | vad har du for loneansprak""",
    "birth_date": """date of birth | birth date | birthday | dob | birthdate | year of birth |
        birth year | birth month | birth day | geburtsdatum | geburtstag | geburtsjahr |
        date de naissance | fecha de nacimiento | data di nascita | geboortedatum | data de nascimento |
        fodelsedatum | fodelsedag | dia de nacimiento""",
    "national_id": """social security number | ssn | national id | national insurance number | tax id |
        passport number | id number | national identification number | identity number |
        last 4 digits of ssn | sin | nino | personal number | drivers license number |
        driver license number | sozialversicherungsnummer | steuer id | steueridentifikationsnummer |
        personalausweisnummer | numero de securite sociale | dni | nie | dni nie | nif | codice fiscale |
        bsn | burgerservicenummer | cpf | rg | personnummer | nummer personalausweis |
        numero de seguridad social | passnummer | numero de pasaporte | reisepassnummer | aadhaar |
        aadhaar number | pan | pan number | curp | rfc | cuil | rut""",
    "username": """username | user name | login | user id | login name | account name | benutzername |
        anmeldename | nom d utilisateur | identifiant | nombre de usuario | usuario | nome utente |
        gebruikersnaam | nome de usuario | anvandarnamn | screen name | display name | user id or email |
        login id | handle""",
}


def says_nothing(folded: str) -> bool:
    """Whether a folded label has none but the words that carry nothing ("(optional)")."""
    return _NOISE.issuperset(folded.split())


_PRESENT = re.compile(
    r"\bpresent(?= (?:or|employer|company|job|position|role|title|occupation|salary|city|country))"
)


def reduce_words(folded: str) -> str:
    """A folded label without the words that carry nothing, or the label itself where nothing else is in
    it."""
    words = _PRESENT.sub("current", folded.replace("whats ", "what is ")).split()
    kept = [word for word in words if word not in _NOISE]
    return " ".join(kept) if kept else folded


_TELLING = {
    "years_experience": re.compile(r"\b(legal|fields?|(?<!tell )(?<!give )us|here|link|fill|die|den|this)\b"),
    "degree": re.compile(r"\bfields?\b"),
    "work_company": re.compile(r"\blinks?\b"),
    "current_company": re.compile(r"\blinks?\b"),
    "portfolio": re.compile(r"\b(is|are) in\b"),
}
_KIND_OF_IT = re.compile(r"(?<=\w )type$|^types? of\b")
_IN_AMERICA = re.compile(
    r"^(current )?us (address|phone|mobile|cell|telephone|zip|city|location|mailing|residential|home)\b|"
    r"\bin (the )?us$"
)


def is_narrowed(folded: str, meaning: str) -> bool:
    """Whether words that mostly carry nothing make a folded label ask for less ("legal experience")."""
    telling = _TELLING.get(meaning)
    return (
        _IN_AMERICA.search(folded) is not None
        or (meaning != "degree" and _KIND_OF_IT.search(folded) is not None)
        or (telling is not None and telling.search(folded) is not None)
    )


def _index() -> dict[str, str]:
    index: dict[str, str] = {}
    for meaning, phrases in (*PHRASES.items(), *vocabulary_north.PHRASES.items()):
        for phrase in phrases.split("|"):
            folded = fold(phrase)
            index.setdefault(reduce_words(folded), meaning)
    return index


BY_PHRASE: dict[str, str] = _index()
"""Meaning by reduced phrase."""
