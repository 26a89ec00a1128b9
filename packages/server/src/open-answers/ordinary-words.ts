/** What often follows "mevrouw" or "meneer" in a sentence, and is no name there when it is in small letters. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `aan aangaf aangeeft achter af al alleen alles als altijd andere anders beide beiden belde bellen belt ben bij bij
  blijft bleef boven buiten daar daarna dan dat deed deelde denkt der des deze die dit doen doet door dus een eerst elk
  elke en er erg even gaan gaat gaf geef geeft geen gehad gekomen geweest ging graag haar had hadden heb hebben hebt
  heeft hem hen het hier hij hoe hoeft hoort ik in is ja je juist kan keer kent kijkt komen komt kon konden kreeg krijgen
  krijgt kwam kwamen laat langs leeft lijkt ligt liever loopt maakt maakte maar mag mee meer meldde meldt met mij mijn
  misschien mocht moest moet moeten na naar nadat naast namens nee niet niets nodig nog nooit nu of om omdat ondanks
  onder ons onze ook op opnieuw over pas praat sinds slechts soms sprak spreekt staat stelt stond straks te tegen
  tegenover ten ter terug terwijl tijdens toch toe toen tot tussen u uit uw vaak van vanaf vanuit vanwege vertelde
  vertelt verder vindt vond voor vraagt vroeg waar waardoor waarom wanneer want waren was wat we weer weet weg wel werd
  werden werken werkt werkte werkten weten wie wij wil willen wilde wilden woont woonde worden wordt wou zag zal ze zegt zei zelf zelfs zich
  zie zien ziet zij zijn zit zo zoals zodat zonder zou zouden zoekt belden dachten denken gaven gingen helpen hielp hielpen kijken
  luisteren luistert praten reageerde reageert spreken stonden vertelden vertellen vragen vroegen wisten wist wonen
  zeggen zeiden and as at but can did for from had has have he her
  his i if it my of on or our said says she so than that the their they this to was we were who will with would you
  your`.split(/\s+/),
)

/** Two letters that often follow four digits in a sentence: `in 2022 en`, `1500 km`. They end no postcode in small letters. */
export const shortWords: ReadonlySet<string> = new Set(
  `af al am an as at be bv by ca cm ct da de dl do eo en er et eu ex ga gb ha he hé ik in is it ja je jr kb kg kj km kw la
  lp ma mb me mg ml mm mn mw my na nl no nr nu of oh ok om on op or ov pk pm re so st te tl to tv us ut uw va vb vs we
  wk wo ws xl ze zg zo`.split(/\s+/),
)
