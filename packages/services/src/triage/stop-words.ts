/** Too frequent in English and German letters to tell what one is about. Lower case, without accents. */
export const stopWords: ReadonlySet<string> = new Set(
  `about after again all also and any are back because been before but can could did does don for from get gets had has have
  hello here him his how into its just know let like made make may more most much must need new not now off one only other our out
  over please really same say says see she should since some something still such than thank thanks that the their them then there
  these they thing this those through today too two very via was way week were what when where which while who why will with would
  yesterday yet you your yours dear regards best help team using use used want get gets getting got give given going goes gone keep keeps
  send sending sent try tried trying take took taken tell told look looking looks find found someone somebody everything anything nothing
  aber alle allem allen aller alles als also am andere auch auf aus bei beim bin bis bitte dabei dafur damit dann das dass dem den denn
  der des dein deine die dies diese dieser dieses doch dort durch ein eine einem einen einer eines einfach etwas fur gab geben
  gerade gern gerne gibt habe haben hallo hat hatte hier hilfe ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres immer ins ist ja jetzt
  kann kein keine keinen konnen konnte konnten lassen leider mal mehr mein meine meinem meinen meiner mich mir mit muss nach neue neuen
  nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind soll sollte uber und uns unser unsere unserem unter vom
  von vor wann war warum was weil wenn werde werden wie wieder will wir wird wohl wollte wurde wurden zum zur zwei heute gestern woche
  grusse gruss freundlichen liebe guten geehrte geehrter damen herren vielen`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
