"""What labels say in Danish, Norwegian, Finnish and Polish: the standard fields, as whole labels.

As `vocabulary.PHRASES`, which it belongs to. Letters with a stroke (ø, æ, ł) are letters of their own.
"""

from companion.filling.text import fold

NOISE = frozenset(
    fold(
        """
        angiv dit indtast kirjoita obligatorisk opcjonalne opcjonalnie oppgi pakollinen
        podaj prosze sinun skriv swoj swoje syota twoj twoja twoje valgfri valgfrit valgfritt
        valinnainen valitse velg venligst vennligst vælg wpisz wybierz wymagane
        """
    ).split()
)
"""Words that carry nothing."""

PHRASES: dict[str, str] = {
    "given_name": "fornavn | fornavne | for navn | etunimi | etunimet | imie | imiona | pierwsze imie",
    "family_name": "efternavn | etternavn | slægtsnavn | sukunimi | nazwisko",
    "full_name": """
        navn | fulde navn | fuldt navn | fullt navn | hele navn | for og efternavn | fornavn og efternavn
        | for og etternavn | fornavn og etternavn | nimi | koko nimi | etu ja sukunimi | etunimi ja
        sukunimi | suku ja etunimi | sukunimi ja etunimi | imie i nazwisko | nazwisko i imie | pełne imie
        i nazwisko
    """,
    "middle_name": "mellemnavn | mellemnavne | mellomnavn | toinen nimi | toinen etunimi | drugie imie",
    "preferred_name": """
        kaldenavn | foretrukket navn | kallenavn | foretrukne navn | kutsumanimi | preferowane imie
    """,
    "email": """
        e mailadresse | e postadresse | epostadresse | e post adresse | bekræft e mail | gentag e mail |
        bekræft e mailadresse | bekreft e post | gjenta e post | bekreft e postadresse | sahkoposti |
        sahkopostiosoite | vahvista sahkoposti | vahvista sahkopostiosoite | adres e mail | adres email |
        adres poczty elektronicznej | potwierdz adres e mail | powtorz adres e mail | potwierdz e mail
    """,
    "phone": """
        telefon nr | tlf | tlf nr | kontakttelefon | puhelin | puhelinnumero | matkapuhelin |
        matkapuhelinnumero | numer telefonu | nr telefonu | telefon kontaktowy | numer telefonu
        kontaktowego | telefon komorkowy | numer telefonu komorkowego
    """,
    "phone_country": """
        landekode | landskode | maakoodi | maatunnus | kod kraju | numer kierunkowy | numer kierunkowy
        kraju
    """,
    "street": """
        gadeadresse | gadenavn og nummer | vejnavn og husnummer | vejnavn og nummer | vej og husnummer |
        postadresse | hjemmeadresse | privatadresse | bopælsadresse | gateadresse | gatenavn og nummer |
        bostedsadresse | osoite | katuosoite | lahiosoite | kotiosoite | postiosoite | ulica | ulica i
        numer | ulica i numer domu | adres zamieszkania | adres korespondencyjny
    """,
    "house_number": "husnr | talonumero | numer domu | nr domu",
    "city": """
        by | bynavn | by sted | poststed | bostedsby | kaupunki | paikkakunta | asuinpaikkakunta |
        kotipaikkakunta | postitoimipaikka | asuinkunta | miasto | miejscowosc | miasto zamieszkania |
        miejscowosc zamieszkania
    """,
    "region": "fylke | maakunta | wojewodztwo",
    "postal_code": "postinumero | kod pocztowy",
    "postal_city": """
        postnummer og by | postnr og by | postnr by | postnummer by | postnummer og sted | postnummer og
        poststed | postnr og poststed | postnr sted | postnummer poststed | postinumero ja
        postitoimipaikka | postinumero ja kaupunki | postinumero ja paikkakunta | kod pocztowy i miasto |
        kod pocztowy i miejscowosc
    """,
    "country": "bopælsland | bostedsland | nuværende land | maa | asuinmaa | kraj | kraj zamieszkania",
    "linkedin": """
        link til linkedin | link til linkedin profil | lenke til linkedin | lenke til linkedin profil |
        linkedin profiili | linkedin linkki | linkki linkedin profiiliin | adres profilu linkedin | link
        do profilu linkedin | profil na linkedin
    """,
    "website": """
        hjemmeside | nettside | hjemmeside url | kotisivu | kotisivut | verkkosivu | strona internetowa |
        strona www
    """,
    "portfolio": "portefølje | link til portefølje | link til portfolio",
    "resume": """
        cv fil | vedhæft cv | vedhæft dit cv | last opp cv | legg ved cv | legg ved din cv | ansioluettelo
        | cv ansioluettelo | ansioluettelo cv | lataa ansioluettelo | lataa cv | liita cv | liita
        ansioluettelo | zyciorys | cv zyciorys | załacz cv | dodaj cv | przeslij cv | przeslij zyciorys
    """,
    "cover_letter": """
        ansøgning | motiveret ansøgning | vedhæft ansøgning | upload ansøgning | følgebrev | søknad |
        søknadsbrev | søknadstekst | legg ved søknad | last opp søknad | motivasjonsbrev | hakemus |
        hakemuskirje | tyohakemus | vapaamuotoinen hakemus | saatekirje | lataa hakemus | list motywacyjny
        | dodaj list motywacyjny | załacz list motywacyjny
    """,
    "current_company": """
        nuværende arbejdsgiver | nuværende virksomhed | naværende arbeidsgiver | nykyinen tyonantaja |
        obecny pracodawca | aktualny pracodawca
    """,
    "current_title": """
        nuværende stilling | nuværende jobtitel | naværende stilling | naværende stillingstittel |
        nykyinen tehtava | nykyinen tehtavanimike | obecne stanowisko | aktualne stanowisko
    """,
    "start_date": """
        startdato | mulig startdato | tidligste startdato | tidligst mulige startdato | ønsket startdato |
        tiltrædelsesdato | tidligste tiltrædelse | hvornar kan du starte | hvornar kan du tiltræde |
        oppstartsdato | mulig oppstart | ønsket oppstart | tidligste oppstart | tidligst mulig oppstart |
        nar kan du begynne | nar kan du starte | nar kan du tiltre | aikaisin aloituspaiva | aikaisin
        mahdollinen aloituspaiva | toivottu aloituspaiva | mahdollinen aloituspaiva | milloin voit
        aloittaa | milloin voisit aloittaa | mozliwa data rozpoczecia pracy | preferowana data rozpoczecia
        pracy | najwczesniejsza data rozpoczecia pracy | kiedy mozesz rozpoczac prace | od kiedy mozesz
        rozpoczac prace | kiedy mozesz zaczac prace
    """,
    "notice_period": """
        opsigelsesvarsel | nuværende opsigelsesvarsel | hvad er dit opsigelsesvarsel | oppsigelsestid |
        oppsigelsesfrist | hva er din oppsigelsestid | hvor lang oppsigelsestid har du | irtisanomisaika |
        nykyinen irtisanomisaika | kuinka pitka irtisanomisaikasi on | okres wypowiedzenia | obecny okres
        wypowiedzenia | jaki jest okres wypowiedzenia | jaki masz okres wypowiedzenia
    """,
    "salary_expectation": """
        lønforventning | lønforventninger | ønsket løn | lønønske | hvad er dine lønforventninger |
        lønnsforventning | lønnsforventninger | ønsket lønn | lønnskrav | hva er dine lønnsforventninger |
        palkkatoive | palkkatoivomus | palkkapyynto | palkkatoiveesi | palkkatoiveeni | oczekiwania
        finansowe | oczekiwane wynagrodzenie | oczekiwania płacowe | wynagrodzenie oczekiwane | jakie sa
        oczekiwania finansowe
    """,
    "years_experience": """
        ar med erfaring | antal ars erfaring | antall ar med erfaring | tyokokemus vuosina | lata
        doswiadczenia | liczba lat doswiadczenia
    """,
}
"""Meanings and the phrases that stand for them, with vertical bars between."""

LABELS = frozenset(fold(phrase) for phrases in PHRASES.values() for phrase in phrases.split("|"))
AMBIGUOUS = frozenset({"by"})
"""Labels that say another thing in English ("By:", over a signature): known beside others of these languages."""
