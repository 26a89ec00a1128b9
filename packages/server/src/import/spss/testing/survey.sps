* Makes the SPSS files of the tests: pspp survey.sps.
SET LOCALE='UTF-8'.
DATA LIST LIST (",") /respondent (F8.0) Organisatie (A12) pressure (F2.0) causes_caseload (F1.0) causes_rules (F1.0) task1 (F1.0) task2 (F1.0) grade (F4.1) remark (A40) born (DATE11) gewicht (F8.4) sector (F2.0) help__time (F1.0) help__peers (F1.0).
BEGIN DATA
1,noord,1,1,0,1,2,7.5,1234567één é,1-JAN-1980,1.5,-1,1,0
2,zuid-holland,2,,1,2,,8,,2-FEB-1981,0.5,2,0,0
3,noord,9,0,0,1,1,99,tekst,,1,2,,
4,onbekend,3,,,,,,,,1,,0,1
END DATA.
VARIABLE LABELS Organisatie 'Organisatie' /pressure 'Ervaart u werkdruk?' /causes_caseload 'Caseload' /causes_rules 'Regels én eisen' /grade 'Rapportcijfer' /remark 'Wat helpt?' /task1 'Eerste taak' /task2 'Tweede taak'.
VALUE LABELS Organisatie 'noord' 'Noord' 'zuid-holland' 'Zuid-Holland' 'onbekend' 'Onbekend' /pressure 1 'sterk' 2 'enigszins' 3 'nauwelijks' 9 'geen antwoord' /task1 task2 1 'overleg' 2 'rapporteren' /causes_caseload causes_rules 0 'nee' 1 'ja'.
MISSING VALUES pressure (9) grade (98 THRU HIGHEST) Organisatie ('onbekend').
VARIABLE LEVEL Organisatie sector (NOMINAL) pressure (ORDINAL) grade gewicht (SCALE) causes_caseload causes_rules task1 task2 help__time help__peers (NOMINAL).
MRSETS /MDGROUP NAME=$causes LABEL='Waardoor?' VARIABLES=causes_caseload causes_rules VALUE=1
 /MCGROUP NAME=$tasks LABEL='Welke taken?' VARIABLES=task1 task2.
WEIGHT BY gewicht.
SAVE OUTFILE='survey.sav'.
SAVE OUTFILE='survey-plain.sav' /UNCOMPRESSED.
SAVE OUTFILE='survey.zsav' /ZCOMPRESSED.
WEIGHT OFF.
DISPLAY DICTIONARY.
LIST.

* A text of more than 255 bytes.
NEW FILE.
DATA LIST LIST (",") /id (F8.0) story (A600).
BEGIN DATA
1,begin
2,
END DATA.
IF id = 1 story = CONCAT(RPAD('a', 254, 'a'), RPAD('b', 254, 'b'), 'eind').
SAVE OUTFILE='long-text.sav'.
