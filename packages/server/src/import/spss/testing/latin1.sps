* Makes latin1.sav: pspp --syntax-encoding=UTF-8 latin1.sps.
SET LOCALE='ISO-8859-1'.
NEW FILE.
DATA LIST LIST (",") /id (F8.0) remark (A12).
BEGIN DATA
1,één
END DATA.
VARIABLE LABELS remark 'Ideeën'.
SAVE OUTFILE='latin1.sav'.
