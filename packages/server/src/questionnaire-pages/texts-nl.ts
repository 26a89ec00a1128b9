import type { AnswerProblem } from './filled-in.ts'

const problems: Readonly<Record<AnswerProblem, string>> = {
  NONE_AND_OTHERS: 'Kies antwoorden, of alleen “geen van deze”',
  NOT_A_NUMBER: 'Vul een getal in, zoals 7 of 7,5',
  THOUSANDS: 'Schrijf het getal zonder punt of komma voor duizendtallen, zoals 5000 of 7,5',
  OUT_OF_RANGE: 'Vul een getal in',
  TOO_LONG: 'Maak uw antwoord korter',
  REQUIRED: 'Kies een antwoord; deze vraag kunt u niet overslaan',
  NOT_STORED: 'Geef een ander antwoord; dit kunnen we niet opslaan',
}

/** What the pages say in Dutch. */
export const dutch = {
  name: 'Nederlands',
  service: 'Ervaringsonderzoek onder professionals',
  languages: 'Taal',
  skip: 'Naar de inhoud',
  error: 'Fout:',
  problems,
  range: (from: string | undefined, to: string | undefined) =>
    from === undefined
      ? `hoogstens ${to}`
      : to === undefined
        ? `minstens ${from}`
        : `van ${from} tot en met ${to}`,
  aNumber: 'Een getal',
  atMost: (characters: string) =>
    `Hoogstens ${characters} tekens. Schrijf geen namen of andere gegevens waaraan iemand te herkennen is.`,
  several: 'U kunt meer dan één antwoord kiezen',
  or: 'of',
  none: 'Geen van deze',
  noAnswerAfterAll: 'Toch geen antwoord',
  choose: 'Kies een antwoord',
  step: (step: number, of: number) => `Stap ${step} van ${of}`,
  mayBeSkipped: 'Elke vraag mag u overslaan.',
  required: 'verplicht',
  othersMayBeSkipped: 'De andere vragen mag u overslaan.',
  next: 'Verder',
  back: 'Terug',
  toOverview: 'Verder naar uw antwoorden',
  erase: 'Wissen en stoppen',
  problemTitle: 'Er klopt iets niet',
  intro: {
    lead: 'Een korte vragenlijst van het Kennisnetwerk voor professionals in de jeugdhulp in de regio Haaglanden. De vragen gaan over uw werk.',
    time: (minutes: number, questions: number) =>
      `U krijgt hoogstens ${questions} vragen. Invullen duurt ongeveer ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}.`,
    until: (day: string) => `Het kan tot en met ${day}.`,
    voluntary: 'Meedoen is vrijwillig. U mag vragen overslaan en op elk moment stoppen.',
    someRequired:
      'Meedoen is vrijwillig. U mag op elk moment stoppen, en vragen overslaan waar niet “verplicht” bij staat.',
    happens: 'Wat gebeurt er met uw antwoorden?',
    nobody:
      'We letten erop dat niemand in de uitkomsten te herkennen is. Bij uw antwoorden bewaren we geen naam, geen adres, geen IP-adres en geen tijdstip.',
    groups: (k: number) => `Over groepen van minder dan ${k} mensen laten we nooit iets zien.`,
    forEveryone: 'De uitkomsten zijn voor iedereen: ze zijn op internet te zien.',
    forPartners:
      'De uitkomsten zijn voor de organisaties die meedoen en voor onderzoekers. Het Kennisnetwerk kan ze later openbaar maken.',
    researchers:
      'Onderzoekers met toestemming krijgen de antwoorden anoniem gemaakt: zo bewerkt dat de kans dat iemand erin te herkennen is, heel klein is.',
    apart:
      'Uw antwoorden staan los van uw uitnodiging. Niets leidt van het een naar het ander, ook voor ons niet. Na het versturen kunt u ze daarom niet meer wijzigen of terugnemen.',
    words:
      'Wat u in eigen woorden schrijft, leest eerst een medewerker. Die haalt weg waaraan iemand te herkennen is, voordat er iets van wordt getoond.',
    organisation: (name: string) =>
      `Deze vragenlijst is voor medewerkers van ${name}. Dat vragen we dus niet, maar we bewaren het wel bij uw antwoorden.`,
    stopping: 'Tussendoor stoppen',
    kept: (time: string) =>
      `Wij bewaren pas iets als u verstuurt. Tot dan staat wat u invult op dit apparaat, in een cookie, hoogstens ${time}. Het gaat met elke pagina mee naar ons en weer terug, maar pas bij het versturen slaan we het op. Opent u deze pagina hier opnieuw, dan gaat u verder waar u was. Lange antwoorden in eigen woorden passen er soms niet bij. Na het versturen is de cookie weg.`,
    week: 'een week',
    hour: 'een uur',
    shared:
      'Gebruikt u een apparaat samen met anderen? Kies dan “Wissen en stoppen” als u tussendoor weggaat.',
    withoutCookies: 'Bewaart uw browser geen cookies? Sluit hem dan als u klaar bent.',
    over: 'De pagina die u verstuurde, is van een bezoek dat voorbij is: verstuurd, gewist, verlopen of opnieuw begonnen. Wat erop stond, is niet bewaard.',
    begin: 'Beginnen',
    goOn: 'Verder waar u was',
    again: 'Wissen en opnieuw beginnen',
    wasHere: 'Op dit apparaat staat nog wat u eerder invulde.',
  },
  check: {
    title: 'Kijk uw antwoorden na',
    lead: 'U kunt nu nog alles wijzigen. Na het versturen niet meer.',
    noAnswer: 'Geen antwoord',
    change: 'Wijzigen',
    known: 'volgt uit uw uitnodiging; wordt bij uw antwoorden bewaard',
    send: 'Versturen',
  },
  sent: {
    title: 'Bedankt, uw antwoorden zijn verstuurd',
    apart: 'Ze zijn opgeslagen zonder iets dat naar u leidt.',
    erased: 'Op dit apparaat is gewist wat u invulde.',
    results:
      'Als de vragenlijst gesloten en alles nagekeken is, deelt het Kennisnetwerk de uitkomsten met de organisaties die meedoen. Het kan ze ook openbaar maken.',
  },
  code: {
    title: 'Vul uw code in',
    lead: 'De code staat in uw uitnodiging. Hoofdletters en streepjes maken niet uit.',
    label: 'Code',
    open: 'Naar de vragenlijst',
  },
  notices: {
    UNKNOWN: {
      title: 'Deze code kennen we niet',
      text: [
        'Misschien is de code niet helemaal goed overgenomen, of is hij ingetrokken. Kijk nog eens in uw uitnodiging, of vraag het wie u uitnodigde.',
      ],
    },
    USED: {
      title: 'Deze code is al gebruikt',
      text: [
        'Met elke code kan één keer worden geantwoord. Hebt u de antwoorden zelf net verstuurd? Dan zijn ze aangekomen. Bedankt!',
        'Hebt u nog niet meegedaan? Neem dan contact op met wie u uitnodigde.',
      ],
    },
    NOT_OPEN: {
      title: 'De vragenlijst is nog niet open',
      text: ['Probeer het later nog eens met dezelfde code.'],
    },
    CLOSED: {
      title: 'De vragenlijst is gesloten',
      text: ['Antwoorden kan niet meer. Bedankt dat u mee wilde doen.'],
    },
    AWAY: {
      title: 'Het lukt nu even niet',
      text: ['Er is iets mis bij ons; u hebt niets fout gedaan. Probeer het over een paar minuten opnieuw.'],
    },
    BUSY: {
      title: 'Even wachten',
      text: ['Er kwamen heel veel verzoeken van uw netwerk. Probeer het over een minuut opnieuw.'],
    },
    FOREIGN: {
      title: 'Dit kwam van een andere website',
      text: ['We nemen alleen antwoorden aan van onze eigen pagina. Open uw uitnodiging opnieuw.'],
    },
    TOO_LONG: {
      title: 'Dit is te veel tekst',
      text: ['Ga terug met uw browser en maak uw antwoorden in eigen woorden korter.'],
    },
    NO_FORM: {
      title: 'Dit kunnen we niet lezen',
      text: ['Open uw uitnodiging opnieuw, en vul de vragenlijst daar in.'],
    },
    ERASED: {
      title: 'Alles is gewist',
      text: [
        'Op dit apparaat staat niets meer van wat u invulde, en verstuurd is er niets. U kunt later opnieuw beginnen.',
      ],
    },
    STOPPED: {
      title: 'U bent gestopt',
      text: ['Verstuurd is er niets, en bij ons is niets bewaard. U kunt later opnieuw beginnen.'],
    },
  },
  closeBrowser:
    'Uw browser bewaart geen cookies, en houdt de pagina’s van daarnet vast. Sluit hem, zodat niemand ze na u ziet.',
  opensOn: (day: string) => `Antwoorden kan vanaf ${day}.`,
  stillHere: 'Wat u invulde, staat nog op deze pagina.',
  tryAgain: 'Opnieuw proberen',
  toStart: 'Naar het begin',
  otherCode: 'Een andere code invullen',
}

/** What the pages say, in one language. */
export type Texts = typeof dutch

/** Why somebody gets no questionnaire. */
export type Notice = keyof Texts['notices']
