<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About this program</source>
        <translation>Over dit programma</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versie %1</translation>
    </message>
    <message>
        <source>Distributes new measures over the workers of a certified institution. It weighs work, hours, training and agreements, never people: the team leader decides.</source>
        <translation>Verdeelt nieuwe maatregelen over de medewerkers van een gecertificeerde instelling. Het weegt werk, uren, scholing en afspraken, nooit mensen: de teamleider beslist.</translation>
    </message>
    <message>
        <source>Free software under the EUPL 1.2. Typeface: Inter (OFL 1.1).</source>
        <translation>Vrije software onder de EUPL 1.2. Lettertype: Inter (OFL 1.1).</translation>
    </message>
</context>
<context>
    <name>AskedSection</name>
    <message>
        <source>Asked of other teams (%1)</source>
        <translation>Gevraagd van andere teams (%1)</translation>
    </message>
    <message>
        <source>Write down who of each team agreed.</source>
        <translation>Schrijf op wie van elk team akkoord is.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Who of %1 agreed</source>
        <translation>Wie van %1 akkoord is</translation>
    </message>
</context>
<context>
    <name>Asks</name>
    <message>
        <source>no special training</source>
        <translation>geen bijzondere scholing</translation>
    </message>
    <message>
        <source>youth probation</source>
        <translation>jeugdreclassering</translation>
    </message>
    <message>
        <source>PmG</source>
        <translation>PmG</translation>
    </message>
    <message>
        <source>Schotten team</source>
        <translation>Schottenteam</translation>
    </message>
    <message>
        <source>SNS-trained</source>
        <translation>SNS-geschoold</translation>
    </message>
</context>
<context>
    <name>AssumptionHints</name>
    <message>
        <source>All new measures together.</source>
        <translation>Alle nieuwe maatregelen samen.</translation>
    </message>
    <message>
        <source>Added day by day.</source>
        <translation>Komt er dag voor dag bij.</translation>
    </message>
    <message>
        <source>Of all hours; the long part of it takes fte away.</source>
        <translation>Van alle uren; het lange deel ervan kost fte.</translation>
    </message>
    <message>
        <source>Own people; provisional, to be calibrated.</source>
        <translation>Eigen mensen; voorlopig, te kalibreren.</translation>
    </message>
    <message>
        <source>Provisional, to be calibrated.</source>
        <translation>Voorlopig, te kalibreren.</translation>
    </message>
    <message>
        <source>Starters carry less in their first year.</source>
        <translation>Starters dragen minder in hun eerste jaar.</translation>
    </message>
    <message>
        <source>The rest of the places is not filled again.</source>
        <translation>De andere plekken worden niet opnieuw vervuld.</translation>
    </message>
    <message>
        <source>In half a year; the working norm moves along.</source>
        <translation>Over een half jaar; de werknorm gaat mee.</translation>
    </message>
    <message>
        <source>Gives relief; the caseload stays the same.</source>
        <translation>Geeft verlichting; de caseload blijft gelijk.</translation>
    </message>
    <message>
        <source>Points per deployable fte; 0: nobody waits.</source>
        <translation>Punten per inzetbare fte; 0: niemand wacht.</translation>
    </message>
    <message>
        <source>0: as the accepted plan says, else each on her own last day.</source>
        <translation>0: volgens het vastgestelde plan, anders ieder op haar eigen laatste dag.</translation>
    </message>
</context>
<context>
    <name>Assumptions</name>
    <message>
        <source>Inflow against now</source>
        <translation>Instroom ten opzichte van nu</translation>
    </message>
    <message>
        <source>Growth of inflow a year</source>
        <translation>Groei van de instroom per jaar</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>Verzuim</translation>
    </message>
    <message>
        <source>Turnover a year</source>
        <translation>Verloop per jaar</translation>
    </message>
    <message>
        <source>Weeks that a place stays empty</source>
        <translation>Weken dat een plek leeg is</translation>
    </message>
    <message>
        <source>Newcomers who are starters</source>
        <translation>Nieuwe mensen die starter zijn</translation>
    </message>
    <message>
        <source>Leavers who are replaced</source>
        <translation>Vertrekkers die vervangen worden</translation>
    </message>
    <message>
        <source>VOTS that becomes OTS</source>
        <translation>VOTS die OTS wordt</translation>
    </message>
    <message>
        <source>Team D to nil in so many weeks</source>
        <translation>Team D naar nihil in zoveel weken</translation>
    </message>
    <message>
        <source>Extra people</source>
        <translation>Extra mensen</translation>
    </message>
    <message>
        <source>Funded norm</source>
        <translation>Gefinancierde norm</translation>
    </message>
    <message>
        <source>Support workers</source>
        <translation>Ondersteuners</translation>
    </message>
    <message>
        <source>New cases wait above</source>
        <translation>Nieuwe zaken wachten boven</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Weeks ahead</source>
        <translation>Weken vooruit</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Team D</source>
        <translation>Team D</translation>
    </message>
    <message>
        <source>Team D to nil on</source>
        <translation>Team D naar nihil op</translation>
    </message>
    <message>
        <source>Long part of absence</source>
        <translation>Langdurig deel van verzuim</translation>
    </message>
    <message>
        <source>Vacancies on the first day</source>
        <translation>Vacatures op de eerste dag</translation>
    </message>
    <message>
        <source>Season of inflow</source>
        <translation>Seizoen van de instroom</translation>
    </message>
    <message>
        <source>Children in a family</source>
        <translation>Kinderen in een gezin</translation>
    </message>
    <message>
        <source>OTS that becomes guardianship</source>
        <translation>OTS die voogdij wordt</translation>
    </message>
    <message>
        <source>Provisional guardianship that becomes guardianship</source>
        <translation>Voorlopige voogdij die voogdij wordt</translation>
    </message>
    <message>
        <source>How even those weeks are</source>
        <translation>Hoe gelijkmatig die weken zijn</translation>
    </message>
    <message>
        <source>How absence moves</source>
        <translation>Hoe verzuim beweegt</translation>
    </message>
    <message>
        <source>Spread of long absence</source>
        <translation>Spreiding van langdurig verzuim</translation>
    </message>
    <message>
        <source>How long absence stays as it is</source>
        <translation>Hoe lang verzuim blijft zoals het is</translation>
    </message>
    <message>
        <source>Weeks of a long absence</source>
        <translation>Weken van een langdurig verzuim</translation>
    </message>
    <message>
        <source>Fte that one support fte frees at most</source>
        <translation>Fte dat één fte ondersteuner hooguit vrijmaakt</translation>
    </message>
    <message>
        <source>Part of somebody&apos;s work that can fall away</source>
        <translation>Deel van iemands werk dat weg kan vallen</translation>
    </message>
    <message>
        <source>Hours of support that go to these tasks</source>
        <translation>Uren van ondersteuners voor deze taken</translation>
    </message>
    <message>
        <source>Yearly cost of one support fte</source>
        <translation>Kosten per jaar van één fte ondersteuner</translation>
    </message>
    <message>
        <source>Yearly cost of one caseworker fte</source>
        <translation>Kosten per jaar van één fte jeugdzorgwerker</translation>
    </message>
    <message>
        <source>Yearly cost of one seconded fte</source>
        <translation>Kosten per jaar van één fte gedetacheerd</translation>
    </message>
    <message>
        <source>Weeks until a secondee comes</source>
        <translation>Weken tot een gedetacheerde komt</translation>
    </message>
    <message>
        <source>Weeks of notice</source>
        <translation>Weken opzegtermijn</translation>
    </message>
    <message>
        <source>Assistants registered within a year</source>
        <translation>Ondersteunend jeugdbeschermers geregistreerd binnen een jaar</translation>
    </message>
    <message>
        <source>New a week: %1</source>
        <translation>Nieuw per week: %1</translation>
    </message>
    <message>
        <source>Inflow against now: %1</source>
        <translation>Instroom ten opzichte van nu: %1</translation>
    </message>
    <message>
        <source>Growth a year: %1</source>
        <translation>Groei per jaar: %1</translation>
    </message>
    <message>
        <source>Inflow against now in %1</source>
        <translation>Instroom ten opzichte van nu in %1</translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>Duur: %1</translation>
    </message>
    <message>
        <source>Turnover a year in %1</source>
        <translation>Verloop per jaar in %1</translation>
    </message>
    <message>
        <source>Absence in %1</source>
        <translation>Verzuim in %1</translation>
    </message>
    <message>
        <source>times a month</source>
        <translation>keer per maand</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minuten</translation>
    </message>
    <message>
        <source>share that can move</source>
        <translation>deel dat over kan</translation>
    </message>
    <message>
        <source>share that is handed over</source>
        <translation>deel dat overgaat</translation>
    </message>
    <message>
        <source>weeks of learning</source>
        <translation>weken van wennen</translation>
    </message>
</context>
<context>
    <name>BeginView</name>
    <message>
        <source>What who would hand over carries now</source>
        <translation>Wat wie overdraagt nu heeft</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>Nog geen plan</translation>
    </message>
    <message>
        <source>A plan says which family goes to whom in which week, what runs out by itself, and whether anybody comes above the norm. Choose the last day above and press Make a plan (F5).</source>
        <translation>Een plan zegt welk gezin in welke week naar wie gaat, wat vanzelf afloopt en of iemand boven de norm komt. Kies hierboven de laatste dag en druk op Plan maken (F5).</translation>
    </message>
</context>
<context>
    <name>Breaches</name>
    <message>
        <source>This second contact is not asked here</source>
        <translation>Hier is geen tweede gevraagd</translation>
    </message>
    <message>
        <source>Second contact is missing</source>
        <translation>Tweede contactpersoon ontbreekt</translation>
    </message>
    <message>
        <source>Is in this duo already</source>
        <translation>Staat al in dit duo</translation>
    </message>
    <message>
        <source>Carries no cases</source>
        <translation>Draagt geen zaken</translation>
    </message>
    <message>
        <source>Assistant: second contact only</source>
        <translation>Ondersteunend: alleen als tweede</translation>
    </message>
    <message>
        <source>No SKJ registration</source>
        <translation>Geen SKJ-registratie</translation>
    </message>
    <message>
        <source>SKJ registration ended %1</source>
        <translation>SKJ-registratie verlopen per %1</translation>
    </message>
    <message>
        <source>Not trained for youth probation</source>
        <translation>Niet geschoold voor JR</translation>
    </message>
    <message>
        <source>Not trained for PmG</source>
        <translation>Niet geschoold voor PmG</translation>
    </message>
    <message>
        <source>Not SNS-trained</source>
        <translation>Niet SNS-geschoold</translation>
    </message>
    <message>
        <source>Not in the Schotten team</source>
        <translation>Niet in het Schottenteam</translation>
    </message>
    <message>
        <source>Not trained for Schotten</source>
        <translation>Niet Schotten-geschoold</translation>
    </message>
    <message>
        <source>Not in service on this date</source>
        <translation>Niet in dienst op deze datum</translation>
    </message>
    <message>
        <source>Absent, return not known</source>
        <translation>Afwezig, terugkeer onbekend</translation>
    </message>
    <message>
        <source>Absent until %1</source>
        <translation>Afwezig tot en met %1</translation>
    </message>
    <message>
        <source>Not deployable now</source>
        <translation>Nu niet inzetbaar</translation>
    </message>
    <message>
        <source>Above ceiling: %1 of %2</source>
        <translation>Boven plafond: %1 van %2</translation>
    </message>
    <message>
        <source>Leaves %1: no first contact</source>
        <translation>Vertrekt %1: niet als eerste</translation>
    </message>
    <message>
        <source>Team D, leaves %1: nothing new</source>
        <translation>Team D, vertrekt %1: niets nieuws</translation>
    </message>
    <message>
        <source>Works in %1</source>
        <translation>Werkt in %1</translation>
    </message>
    <message>
        <source>Agreed: not with this family</source>
        <translation>Afgesproken: niet met dit gezin</translation>
    </message>
    <message>
        <source>Excluded by you</source>
        <translation>Door jou uitgesloten</translation>
    </message>
    <message>
        <source>Pinned on somebody else</source>
        <translation>Vastgezet bij iemand anders</translation>
    </message>
    <message>
        <source>The pinned second contact is missing</source>
        <translation>De vastgezette tweede ontbreekt</translation>
    </message>
    <message>
        <source>Is no longer to be distributed</source>
        <translation>Hoeft niet meer verdeeld te worden</translation>
    </message>
    <message>
        <source>Two starters in one duo</source>
        <translation>Twee starters in één duo</translation>
    </message>
    <message>
        <source>Choose the first contact first</source>
        <translation>Kies eerst de eerste contactpersoon</translation>
    </message>
    <message>
        <source>Hands over: nothing new from %1</source>
        <translation>Draagt over: niets nieuws vanaf %1</translation>
    </message>
</context>
<context>
    <name>BusyWords</name>
    <message>
        <source>A proposal is being looked for. Wait for it, or stop it first (Esc).</source>
        <translation>Er wordt een voorstel gezocht. Wacht erop, of stop eerst (Esc).</translation>
    </message>
    <message>
        <source>The decision is being written. One moment.</source>
        <translation>Het besluit wordt vastgelegd. Een moment.</translation>
    </message>
    <message>
        <source>The draft of before is being looked up. One moment.</source>
        <translation>Het concept van eerder wordt opgezocht. Een moment.</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Caseload</source>
        <translation>Caseload</translation>
    </message>
    <message>
        <source>With this case</source>
        <translation>Met deze zaak</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>room %1</source>
        <translation>ruimte %1</translation>
    </message>
    <message>
        <source>%1 of %2 points now, %3 in this draft, ceiling %4</source>
        <translation>nu %1 van %2 punten, %3 in dit voorstel, plafond %4</translation>
    </message>
    <message>
        <source>first contact</source>
        <translation>eerste contactpersoon</translation>
    </message>
    <message>
        <source>second contact</source>
        <translation>tweede contactpersoon</translation>
    </message>
    <message>
        <source>Above ceiling: %1 of %2</source>
        <translation>Boven plafond: %1 van %2</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Back to the base</source>
        <translation>Terug naar het uitgangspunt</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Waarom?</translation>
    </message>
    <message>
        <source>Reason for: %1</source>
        <translation>Reden voor: %1</translation>
    </message>
    <message>
        <source>Base: %1.</source>
        <translation>Uitgangspunt: %1.</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Besides those who fill empty places: %1.</source>
        <translation>Naast wie een lege plek vult: %1.</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 weken</translation>
    </message>
    <message>
        <source>%1 fte</source>
        <translation>%1 fte</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 punten</translation>
    </message>
    <message>
        <source>Own history: too little to go by.</source>
        <translation>Eigen geschiedenis: te weinig om op te varen.</translation>
    </message>
    <message>
        <source>Own history: %1 (%2 to %3).</source>
        <translation>Eigen geschiedenis: %1 (%2 tot %3).</translation>
    </message>
    <message>
        <source>Own history: %1 new measures a week.</source>
        <translation>Eigen geschiedenis: %1 nieuwe maatregelen per week.</translation>
    </message>
</context>
<context>
    <name>CardsPane</name>
    <message>
        <source>This scenario is frozen; copy it to change it.</source>
        <translation>Dit scenario ligt vast; kopieer het om het te veranderen.</translation>
    </message>
</context>
<context>
    <name>CaseCardView</name>
    <message>
        <source>Answer…</source>
        <translation>Beantwoorden…</translation>
    </message>
    <message>
        <source>Not right?</source>
        <translation>Klopt niet?</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Cases to distribute</source>
        <translation>Te verdelen zaken</translation>
    </message>
</context>
<context>
    <name>CaseSheet</name>
    <message>
        <source>Case %1</source>
        <translation>Zaak %1</translation>
    </message>
    <message>
        <source>On the date of reference this case does not run.</source>
        <translation>Op de peildatum loopt deze zaak niet.</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeld</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Expected end</source>
        <translation>Verwacht einde</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Gezin</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
</context>
<context>
    <name>CaseloadPage</name>
    <message>
        <source>%1 of %2 workers</source>
        <translation>%1 van %2 medewerkers</translation>
    </message>
    <message>
        <source>%2 workers</source>
        <translation>%2 medewerkers</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Termijnen</translation>
    </message>
    <message>
        <source>Group by team</source>
        <translation>Per team groeperen</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabel kopiëren</translation>
    </message>
</context>
<context>
    <name>CaseloadSheet</name>
    <message>
        <source>Caseload on %1</source>
        <translation>Caseload op %1</translation>
    </message>
</context>
<context>
    <name>CaseloadToolbar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Per team</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Copy or save</source>
        <translation>Kopiëren of opslaan</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sorteer op</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Zoeken (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search name, team, role or mark</source>
        <translation>Zoek op naam, team, functie of kenmerk</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Toon iedereen</translation>
    </message>
    <message>
        <source>Group by team, with totals against the funded norm</source>
        <translation>Groepeer per team, met totalen naast de gefinancierde norm</translation>
    </message>
    <message>
        <source>Choose which columns you see</source>
        <translation>Kies welke kolommen je ziet</translation>
    </message>
    <message>
        <source>Copy what you see (Ctrl+C), or save it for Excel</source>
        <translation>Kopieer wat je ziet (Ctrl+C), of sla het op voor Excel</translation>
    </message>
    <message>
        <source>See only some of the workers</source>
        <translation>Bekijk een deel van de medewerkers</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>What team D carries, week by week, to nothing on %1. The arrow keys move the last day.</source>
        <translation>Wat team D draagt, week na week, tot nihil op %1. Met de pijltjes verschuift de laatste dag.</translation>
    </message>
    <message>
        <source>nil on %1</source>
        <translation>nihil op %1</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>The last changes are still being written. The window closes by itself when that is done.</source>
        <translation>De laatste wijzigingen worden nog geschreven. Het venster sluit vanzelf als dat klaar is.</translation>
    </message>
    <message>
        <source>The last changes could not be written to the file. If you close now, they are gone.</source>
        <translation>De laatste wijzigingen staan niet in het bestand. Sluit je nu, dan zijn ze weg.</translation>
    </message>
    <message>
        <source>Not everything was written yet</source>
        <translation>Nog niet alles is geschreven</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>Niet sluiten</translation>
    </message>
    <message>
        <source>Close without the last changes</source>
        <translation>Sluiten zonder de laatste wijzigingen</translation>
    </message>
</context>
<context>
    <name>ClusterDialog</name>
    <message>
        <source>Computing cluster</source>
        <translation>Rekencluster</translation>
    </message>
    <message>
        <source>Leave the address empty to work on this computer. Only numbers are sent, over an encrypted line.</source>
        <translation>Laat het adres leeg om op deze computer te rekenen. Alleen getallen gaan weg, over een versleutelde lijn.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Kies map…</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Folder with keys</source>
        <translation>Map met sleutels</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>All columns</source>
        <translation>Alle kolommen</translation>
    </message>
    <message>
        <source>Usual widths</source>
        <translation>Gewone breedtes</translation>
    </message>
    <message>
        <source>%1 (no room now)</source>
        <translation>%1 (past nu niet)</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open a file first.</source>
        <translation>Open eerst een bestand.</translation>
    </message>
    <message>
        <source>Turn presentation off first: an import shows names.</source>
        <translation>Zet eerst de presentatie uit: een import laat namen zien.</translation>
    </message>
    <message>
        <source>&amp;Demo organisation</source>
        <translation>&amp;Voorbeeldorganisatie</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>Bestand &amp;openen…</translation>
    </message>
    <message>
        <source>&amp;New file…</source>
        <translation>&amp;Nieuw bestand…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importeren…</translation>
    </message>
    <message>
        <source>Export as &amp;CSV folder…</source>
        <translation>Exporteren als map met &amp;CSV…</translation>
    </message>
    <message>
        <source>Export as &amp;Excel workbook…</source>
        <translation>Exporteren als &amp;Excel-werkmap…</translation>
    </message>
    <message>
        <source>Make a backup of the fi&amp;le</source>
        <translation>&amp;Back-up maken</translation>
    </message>
    <message>
        <source>Backup in another &amp;folder…</source>
        <translation>Back-up in een andere &amp;map…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>A&amp;fsluiten</translation>
    </message>
    <message>
        <source>Search people, cases and commands</source>
        <translation>Zoek mensen, zaken en opdrachten</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Zoeken op deze pagina</translation>
    </message>
    <message>
        <source>Steps to undo</source>
        <translation>Stappen om ongedaan te maken</translation>
    </message>
    <message>
        <source>&amp;Presentation: hide names</source>
        <translation>&amp;Presentatie: namen verbergen</translation>
    </message>
    <message>
        <source>Show what people &amp;wrote, in presentation</source>
        <translation>Geschreven te&amp;ksten tonen in presentatie</translation>
    </message>
    <message>
        <source>Only covered in presentation.</source>
        <translation>Alleen in presentatie zijn teksten afgedekt.</translation>
    </message>
    <message>
        <source>Switch to En&amp;glish</source>
        <translation>Naar het Enge&amp;ls</translation>
    </message>
    <message>
        <source>Switch to D&amp;utch</source>
        <translation>Naar het &amp;Nederlands</translation>
    </message>
    <message>
        <source>Page name&amp;s under the icons</source>
        <translation>N&amp;amen onder de pictogrammen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>Back-up terug&amp;zetten…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handleiding</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Toetsen…</translation>
    </message>
    <message>
        <source>&amp;About this program</source>
        <translation>Ove&amp;r dit programma</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Voorstel</translation>
    </message>
    <message>
        <source>better at: %1</source>
        <translation>beter in: %1</translation>
    </message>
    <message>
        <source>left over</source>
        <translation>blijft over</translation>
    </message>
    <message>
        <source>%1 points of %</source>
        <translation>%1 procentpunt</translation>
    </message>
    <message>
        <source>Mine (the proposal)</source>
        <translation>Mijn concept (het voorstel)</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mijn concept</translation>
    </message>
    <message>
        <source>Proposal before</source>
        <translation>Vorig voorstel</translation>
    </message>
    <message>
        <source>Fresh proposal</source>
        <translation>Nieuw voorstel</translation>
    </message>
    <message>
        <source>Placed otherwise than mine</source>
        <translation>Anders dan mijn concept</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Stop and show what was found</source>
        <translation>Stop en toon wat er is</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Take over %1 as a whole</source>
        <translation>Neem %1 helemaal over</translation>
    </message>
    <message>
        <source>There is no other good distribution that really differs.</source>
        <translation>Er is geen andere goede verdeling die echt verschilt.</translation>
    </message>
    <message>
        <source>Take this over</source>
        <translation>Neem dit over</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Look for other good distributions</source>
        <translation>Zoek andere goede verdelingen</translation>
    </message>
    <message>
        <source>Every goal</source>
        <translation>Alle doelen</translation>
    </message>
    <message>
        <source>Nothing differs from your draft yet.</source>
        <translation>Er is nog niets dat van jouw concept verschilt.</translation>
    </message>
    <message>
        <source>Arrow down is better than mine, up is worse.</source>
        <translation>Pijl omlaag is beter dan mijn concept, omhoog is slechter.</translation>
    </message>
    <message>
        <source>%1 is the same as yours.</source>
        <translation>%1 is gelijk aan jouw concept.</translation>
    </message>
    <message>
        <source>What %1 does otherwise than mine</source>
        <translation>Wat %1 anders doet dan mijn concept</translation>
    </message>
</context>
<context>
    <name>ComparePlansDialog</name>
    <message>
        <source>Compare two plans</source>
        <translation>Twee plannen vergelijken</translation>
    </message>
    <message>
        <source>%1 cases go to somebody else or in another week</source>
        <translation>%1 zaken gaan naar iemand anders of in een andere week</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Zaak</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Hiervoor</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Cases that find nobody</source>
        <translation>Zaken die nog niemand overneemt</translation>
    </message>
    <message>
        <source>To be handed over</source>
        <translation>Over te dragen</translation>
    </message>
    <message>
        <source>Run out</source>
        <translation>Lopen vanzelf af</translation>
    </message>
    <message>
        <source>Colleagues who come above the working norm for it</source>
        <translation>Collega&apos;s die ervoor boven de werknorm komen</translation>
    </message>
    <message>
        <source>New faces for families</source>
        <translation>Nieuwe gezichten voor gezinnen</translation>
    </message>
    <message>
        <source>Handed over at a bad moment</source>
        <translation>Overdracht op een lastig moment</translation>
    </message>
    <message>
        <source>Steps away from the own team</source>
        <translation>Stappen van het eigen team af</translation>
    </message>
    <message>
        <source>Most in one week</source>
        <translation>Meeste in één week</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
</context>
<context>
    <name>CompareTab</name>
    <message>
        <source>Compare with</source>
        <translation>Vergelijk met</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Wat verschilt</translation>
    </message>
    <message>
        <source>What makes the difference</source>
        <translation>Wat maakt het verschil</translation>
    </message>
    <message>
        <source>Choose a scenario on the shelf, or another one here, to see what differs.</source>
        <translation>Kies links een ander scenario, of hier, om te zien wat verschilt.</translation>
    </message>
    <message>
        <source>Results in %1. Both have the same futures, so that a difference is no chance.</source>
        <translation>Uitkomsten in %1. Beide hebben dezelfde toekomsten, dus een verschil is geen toeval.</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>verschil</translation>
    </message>
    <message>
        <source>Assumptions that differ</source>
        <translation>Aannames die verschillen</translation>
    </message>
    <message>
        <source>Results that differ</source>
        <translation>Uitkomsten die verschillen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>Load per deployable fte at the end, on average.</source>
        <translation>Belasting per inzetbare fte aan het einde, gemiddeld.</translation>
    </message>
    <message>
        <source>Results in %1. The two do not have the same data and futures, so part of a difference comes from that.</source>
        <translation>Uitkomsten in %1. De twee hebben niet dezelfde gegevens en toekomsten, dus een deel van een verschil komt daarvan.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 tot %3)</translation>
    </message>
    <message>
        <source>%1, above the norm in %2 of 100</source>
        <translation>%1, boven de norm in %2 van 100</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>zoals nu</translation>
    </message>
    <message>
        <source>%1 people of %2 fte</source>
        <translation>%1 mensen van %2 fte</translation>
    </message>
    <message>
        <source>%1 fte in %2</source>
        <translation>%1 fte in %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>%1 starters of %2 fte</source>
        <translation>%1 starters van %2 fte</translation>
    </message>
    <message>
        <source>%1 experienced people of %2 fte</source>
        <translation>%1 ervaren mensen van %2 fte</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>funded %1</source>
        <translation>gefinancierd %1</translation>
    </message>
    <message>
        <source>working norm %1</source>
        <translation>werknorm %1</translation>
    </message>
    <message>
        <source>ceiling %1</source>
        <translation>plafond %1</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>vanaf %1</translation>
    </message>
    <message>
        <source>after %1 weeks</source>
        <translation>na %1 weken</translation>
    </message>
    <message>
        <source>as in our own history</source>
        <translation>zoals in onze eigen geschiedenis</translation>
    </message>
    <message>
        <source>by court terms: %1 %, %2 %, then %3 %</source>
        <translation>naar termijnen van de rechter: %1 %, %2 %, daarna %3 %</translation>
    </message>
    <message>
        <source>%1 to %2 weeks</source>
        <translation>%1 tot %2 weken</translation>
    </message>
    <message>
        <source>%1 weeks on average</source>
        <translation>gemiddeld %1 weken</translation>
    </message>
    <message>
        <source>people fall ill and come back</source>
        <translation>mensen vallen uit en komen terug</translation>
    </message>
    <message>
        <source>moves slowly around its mean</source>
        <translation>beweegt langzaam rond het gemiddelde</translation>
    </message>
    <message>
        <source>shape %1</source>
        <translation>vorm %1</translation>
    </message>
</context>
<context>
    <name>ConflictSection</name>
    <message>
        <source>Looking which of your choices do not go together…</source>
        <translation>Zoeken welke keuzes van jou niet samengaan…</translation>
    </message>
    <message>
        <source>These choices of yours do not go together</source>
        <translation>Deze keuzes van jou gaan niet samen</translation>
    </message>
    <message>
        <source>Because: %1.</source>
        <translation>De regel daarachter: %1.</translation>
    </message>
</context>
<context>
    <name>CourseTab</name>
    <message>
        <source>The futures are being thrown.</source>
        <translation>De toekomsten worden doorgerekend.</translation>
    </message>
    <message>
        <source>Line: the middle. Bands: half, 8 in 10 and 9 in 10 of the futures.</source>
        <translation>Lijn: het midden. Banden: de helft, 8 van de 10 en 9 van de 10 toekomsten.</translation>
    </message>
    <message>
        <source>Dashed: the middle of %1.</source>
        <translation>Streepjes: het midden van %1.</translation>
    </message>
    <message>
        <source>Chances at the end</source>
        <translation>Kansen aan het einde</translation>
    </message>
    <message>
        <source>How likely each outcome is in the last week, from the lowest to the highest.</source>
        <translation>Hoe waarschijnlijk elke uitkomst is in de laatste week, van laag naar hoog.</translation>
    </message>
</context>
<context>
    <name>DateBar</name>
    <message>
        <source>A week earlier (Alt+Left)</source>
        <translation>Een week terug (Alt+Links)</translation>
    </message>
    <message>
        <source>A week later (Alt+Right)</source>
        <translation>Een week verder (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Date of reference: every figure is of this day, past or to come</source>
        <translation>Peildatum: elk cijfer is van deze dag, ook vroeger of later</translation>
    </message>
    <message>
        <source>Date of reference</source>
        <translation>Peildatum</translation>
    </message>
    <message>
        <source>past · to today</source>
        <translation>verleden · naar vandaag</translation>
    </message>
    <message>
        <source>future · to today</source>
        <translation>toekomst · naar vandaag</translation>
    </message>
    <message>
        <source>Everything is as it was on this day. Back to today.</source>
        <translation>Alles staat zoals het op deze dag was. Terug naar vandaag.</translation>
    </message>
    <message>
        <source>Everything is as it will be on this day, by what is known now. Back to today.</source>
        <translation>Alles staat zoals het op deze dag zal zijn, met wat nu bekend is. Terug naar vandaag.</translation>
    </message>
</context>
<context>
    <name>DeadlinePanel</name>
    <message>
        <source>Deadlines</source>
        <translation>Termijnen</translation>
    </message>
    <message>
        <source>Which deadline</source>
        <translation>Welke termijn</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Sluiten (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Cases that came in during the last 13 weeks, counted from the day they were reported.</source>
        <translation>Zaken van de laatste 13 weken, geteld vanaf de dag van melding.</translation>
    </message>
</context>
<context>
    <name>DeadlineSheetView</name>
    <message>
        <source>No case is late or nearly late.</source>
        <translation>Geen zaak is te laat of bijna te laat.</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>Assignment</source>
        <translation>Toewijzing</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Koers</translation>
    </message>
    <message>
        <source>The files say of no case when the first talk was.</source>
        <translation>In de bestanden staat van geen enkele zaak wanneer het eerste gesprek was.</translation>
    </message>
    <message>
        <source>The files say of no case when its plan was ready.</source>
        <translation>In de bestanden staat van geen enkele zaak wanneer de gedragen koers er was.</translation>
    </message>
    <message>
        <source>In the last 13 weeks no case came in.</source>
        <translation>In de laatste 13 weken kwam er geen zaak bij waarvan dit bekend is.</translation>
    </message>
    <message>
        <source>In the last 13 weeks %1 % (%2) had a first contact within %3 days. The goal is %4 %.</source>
        <translation>In de laatste 13 weken had %1 % (%2) binnen %3 dagen een eerste contactpersoon. Het doel is %4 %.</translation>
    </message>
    <message>
        <source>In the last 13 weeks %1 % (%2) had a first talk within %3 days; the goal is %4 %.</source>
        <translation>In de laatste 13 weken had %1 % (%2) het eerste gesprek binnen %3 dagen; het doel is %4 %.</translation>
    </message>
    <message>
        <source>In the last 13 weeks %1 % (%2) had a plan within %3 days; the goal is %4 %.</source>
        <translation>In de laatste 13 weken had %1 % (%2) de gedragen koers binnen %3 dagen; het doel is %4 %.</translation>
    </message>
    <message>
        <source> Within %1 days it was %2 %.</source>
        <translation> Binnen %1 dagen was het %2 %.</translation>
    </message>
    <message>
        <source>held by nobody yet</source>
        <translation>nog bij niemand</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>bij %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>uiterlijk %1</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>The inspection wants it assigned within 5 working days.</source>
        <translation>De inspectie wil toewijzing binnen 5 werkdagen.</translation>
    </message>
    <message>
        <source>fifth working day</source>
        <translation>vijfde werkdag</translation>
    </message>
    <message>
        <source>today at the latest</source>
        <translation>uiterlijk vandaag</translation>
    </message>
    <message>
        <source>The term is over, but it may have been done: no date was written down.</source>
        <translation>De termijn is voorbij, maar het kan gedaan zijn: er staat geen datum.</translation>
    </message>
    <message>
        <source>date unknown, %1 days</source>
        <translation>datum onbekend, dag %1</translation>
    </message>
</context>
<context>
    <name>Decide</name>
    <message>
        <source>Nothing is placed yet: ask for a proposal (F5) or place a case yourself.</source>
        <translation>Er is nog niets verdeeld: vraag een voorstel (F5) of verdeel zelf een zaak.</translation>
    </message>
    <message>
        <source>Still without a second contact: %1. Choose one, or take the case off.</source>
        <translation>Nog zonder tweede contactpersoon: %1. Kies er een, of haal de zaak eraf.</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>Decide the distribution</source>
        <translation>Verdeling vaststellen</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Vastgesteld door</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Vaststellen</translation>
    </message>
    <message>
        <source>%1 of %2 cases placed, from %3</source>
        <translation>%1 van %2 zaken verdeeld, met ingang van %3</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>Blijft liggen</translation>
    </message>
    <message>
        <source>Above the working norm afterwards</source>
        <translation>Daarna boven de werknorm</translation>
    </message>
    <message>
        <source>Rules set aside</source>
        <translation>Van regels afgeweken</translation>
    </message>
    <message>
        <source>Nothing is left over and nobody goes above the norm.</source>
        <translation>Er blijft niets liggen en niemand komt boven de norm.</translation>
    </message>
    <message>
        <source>Planned handovers, from %1</source>
        <translation>Geplande overdrachten, met ingang van %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>en nog %1</translation>
    </message>
    <message>
        <source>Fill in who decides.</source>
        <translation>Vul in wie vaststelt.</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Geparkeerd</translation>
    </message>
    <message>
        <source>Fill in who of %1 agreed.</source>
        <translation>Vul in wie van %1 akkoord is.</translation>
    </message>
    <message>
        <source>Handovers confirmed</source>
        <translation>Overdrachten bevestigd</translation>
    </message>
    <message>
        <source>Fill in why the rule may be set aside for %1.</source>
        <translation>Vul in waarom de regel bij %1 opzij mag.</translation>
    </message>
</context>
<context>
    <name>DecidedBar</name>
    <message>
        <source>Decision list as PDF</source>
        <translation>Besluitenlijst als PDF</translation>
    </message>
    <message>
        <source>as Excel</source>
        <translation>als Excel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Opgeslagen: %1</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Intrekken…</translation>
    </message>
    <message>
        <source>elsewhere…</source>
        <translation>elders…</translation>
    </message>
    <message>
        <source>Save the PDF in another folder; the next ones go there too</source>
        <translation>Bewaar de PDF in een andere map; de volgende gaan daar ook heen</translation>
    </message>
    <message>
        <source>Take this decision back by a recorded one; the cases wait again</source>
        <translation>Neem dit besluit terug met een vastgelegd besluit; de zaken wachten dan weer</translation>
    </message>
    <message numerus="yes">
        <source>Decided: %Ln cases from %1, by %2.</source>
        <translation>
            <numerusform>Vastgesteld: %Ln zaak per %1, door %2.</numerusform>
            <numerusform>Vastgesteld: %Ln zaken per %1, door %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisputeDialog</name>
    <message>
        <source>Record answer</source>
        <translation>Antwoord vastleggen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Not right?</source>
        <translation>Klopt niet?</translation>
    </message>
    <message>
        <source>What is not right about this weight?</source>
        <translation>Wat klopt er niet aan deze weging?</translation>
    </message>
    <message>
        <source>Who says so?</source>
        <translation>Wie zegt dit?</translation>
    </message>
    <message>
        <source>What is the answer?</source>
        <translation>Wat is het antwoord?</translation>
    </message>
    <message>
        <source>Who answers?</source>
        <translation>Wie antwoordt?</translation>
    </message>
    <message>
        <source>Fill in a name first.</source>
        <translation>Vul eerst een naam in.</translation>
    </message>
    <message>
        <source>Write a sentence first.</source>
        <translation>Schrijf eerst een zin.</translation>
    </message>
</context>
<context>
    <name>DistributionAlternatives</name>
    <message>
        <source>Finishing with what was found</source>
        <translation>Afronden met wat er is</translation>
    </message>
    <message>
        <source>Looking for other good distributions</source>
        <translation>Zoeken naar andere goede verdelingen</translation>
    </message>
    <message>
        <source>%1 cannot go there by itself (%2). Take over %3 as a whole.</source>
        <translation>%1 kan daar niet los heen (%2). Neem %3 helemaal over.</translation>
    </message>
</context>
<context>
    <name>DistributionConflicts</name>
    <message>
        <source>You pinned %1 on %2.</source>
        <translation>Je hebt %1 vastgezet bij %2.</translation>
    </message>
    <message>
        <source>Let go and propose again</source>
        <translation>Losmaken en opnieuw voorstellen</translation>
    </message>
    <message>
        <source>You exclude %1 for %2.</source>
        <translation>Je sluit %1 uit voor %2.</translation>
    </message>
    <message>
        <source>Allow and propose again</source>
        <translation>Toestaan en opnieuw voorstellen</translation>
    </message>
</context>
<context>
    <name>DistributionElsewhere</name>
    <message>
        <source>Another draft, for %1: 1 case</source>
        <translation>Ander concept, voor %1: 1 zaak</translation>
    </message>
    <message>
        <source>Another draft, for %1: %2 cases</source>
        <translation>Ander concept, voor %1: %2 zaken</translation>
    </message>
    <message>
        <source>the whole organisation</source>
        <translation>de hele organisatie</translation>
    </message>
</context>
<context>
    <name>DistributionHandovers</name>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: %2 naar %3</translation>
    </message>
    <message>
        <source>Make the plan for team D again: %1.</source>
        <translation>Maak het plan voor team D opnieuw: %1.</translation>
    </message>
    <message>
        <source>%1 (no longer possible)</source>
        <translation>%1 (kan niet meer)</translation>
    </message>
    <message>
        <source>Switch in %1, with %2 weeks of coming along before it.</source>
        <translation>Wissel in %1, met daarvoor %2 weken meelopen.</translation>
    </message>
    <message>
        <source>Switch in %1, without coming along before it.</source>
        <translation>Wissel in %1, zonder meelopen.</translation>
    </message>
    <message>
        <source>%1: %3 comes beside %2</source>
        <translation>%1: %3 komt naast %2</translation>
    </message>
    <message>
        <source>%1: %2 to %3, with %4 as second</source>
        <translation>%1: %2 naar %3, met %4 als tweede</translation>
    </message>
    <message>
        <source>the case has ended</source>
        <translation>de zaak is afgesloten</translation>
    </message>
    <message>
        <source>the case is no longer with %1</source>
        <translation>de zaak is niet meer van %1</translation>
    </message>
</context>
<context>
    <name>DistributionPage</name>
    <message>
        <source>Looking up what is to be distributed</source>
        <translation>Opzoeken wat er te verdelen is</translation>
    </message>
    <message>
        <source>Choose another date or another team.</source>
        <translation>Kies een andere datum of een ander team.</translation>
    </message>
    <message>
        <source>Nothing to distribute on this date</source>
        <translation>Niets te verdelen voor deze datum</translation>
    </message>
</context>
<context>
    <name>DistributionPageModel</name>
    <message>
        <source>1 case placed, not decided yet</source>
        <translation>1 zaak verdeeld, nog niet vastgesteld</translation>
    </message>
    <message>
        <source>%1 cases placed, not decided yet</source>
        <translation>%1 zaken verdeeld, nog niet vastgesteld</translation>
    </message>
    <message>
        <source>Fell away from the draft of before, as something changed: %1.</source>
        <translation>Uit het concept van eerder vervallen, omdat er iets veranderd is: %1.</translation>
    </message>
    <message>
        <source>No longer in the draft, as it is not to be distributed any more: %1.</source>
        <translation>Niet meer in het concept, want dit hoeft niet meer verdeeld te worden: %1.</translation>
    </message>
</context>
<context>
    <name>DistributionSearch</name>
    <message>
        <source>Finishing with the best so far</source>
        <translation>Afronden met het beste tot nu toe</translation>
    </message>
    <message>
        <source>Looking for a distribution</source>
        <translation>Zoekt een verdeling</translation>
    </message>
    <message>
        <source>best so far: %1</source>
        <translation>beste tot nu toe: %1</translation>
    </message>
</context>
<context>
    <name>DistributionToolbar</name>
    <message>
        <source>Proposal</source>
        <translation>Voorstel</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Vaststellen</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Stoppen, beste houden</translation>
    </message>
    <message>
        <source>Let go of everything</source>
        <translation>Alles losmaken</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw doen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>Hoe ver het zoeken is</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>Ongedaan maken: %1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>Opnieuw doen: %1 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>First ask for a proposal (F5).</source>
        <translation>Vraag eerst een voorstel (F5).</translation>
    </message>
    <message>
        <source>First place cases: ask for a proposal (F5) or place one yourself.</source>
        <translation>Verdeel eerst zaken: vraag een voorstel (F5) of verdeel er zelf een.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>F5: places every case around what you pinned and excluded</source>
        <translation>F5: verdeelt alle zaken rond wat je hebt vastgezet en uitgesloten</translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation>Bezig met vaststellen</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergelijken…</translation>
    </message>
    <message>
        <source>C: now, proposals and yours in columns, to take over whole or case by case</source>
        <translation>C: nu, voorstellen en jouw concept in kolommen, om helemaal of per zaak over te nemen</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Overleg</translation>
    </message>
    <message>
        <source>M: one case at a time, large enough for the beamer, with minutes</source>
        <translation>M: één zaak tegelijk, groot genoeg voor de beamer, met notulen</translation>
    </message>
</context>
<context>
    <name>Drivers</name>
    <message>
        <source>Inflow</source>
        <translation>Instroom</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Duur</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Wat erop volgt</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Verloop</translation>
    </message>
    <message>
        <source>Vacancies</source>
        <translation>Vacatures</translation>
    </message>
    <message>
        <source>Extra people</source>
        <translation>Extra mensen</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>Verzuim</translation>
    </message>
    <message>
        <source>Team D</source>
        <translation>Team D</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wachtend</translation>
    </message>
    <message>
        <source>Support workers</source>
        <translation>Ondersteuners</translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation>Ondersteunend jeugdbeschermers</translation>
    </message>
    <message>
        <source>Other data or period</source>
        <translation>Andere gegevens of periode</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>Own history: too little to go by.</source>
        <translation>Eigen geschiedenis: te weinig om op te varen.</translation>
    </message>
    <message>
        <source>%1 %2 weeks (assumed %3)</source>
        <translation>%1 %2 weken (aangenomen %3)</translation>
    </message>
    <message>
        <source>Own history, on average: %1.</source>
        <translation>Eigen geschiedenis, gemiddeld: %1.</translation>
    </message>
    <message>
        <source>Own history, on average: %1; and %2 more types.</source>
        <translation>Eigen geschiedenis, gemiddeld: %1; en nog %2 soorten.</translation>
    </message>
    <message>
        <source>%1: %2 weeks, after %3 that ended</source>
        <translation>%1: %2 weken, naar %3 die eindigden</translation>
    </message>
</context>
<context>
    <name>DurationsCardView</name>
    <message>
        <source>How long measures last</source>
        <translation>Hoe lang maatregelen duren</translation>
    </message>
    <message>
        <source>As in our own history</source>
        <translation>Zoals in onze eigen geschiedenis</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Waarom?</translation>
    </message>
    <message>
        <source>Reason for how long measures last</source>
        <translation>Reden voor hoe lang maatregelen duren</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file is no longer there. Choose another one.</source>
        <translation>Het bestand is er niet meer. Kies een ander.</translation>
    </message>
    <message>
        <source>The file was made by a newer version of this program. Install that version to open it.</source>
        <translation>Dit bestand is gemaakt met een nieuwere versie van dit programma. Installeer die versie om het te openen.</translation>
    </message>
    <message>
        <source>This is not a file of this program. It was left as it is.</source>
        <translation>Dit is geen bestand van dit programma. Het is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>The file is damaged and was left as it is. Restore a backup of it.</source>
        <translation>Het bestand is beschadigd en is gelaten zoals het is. Zet er een back-up van terug.</translation>
    </message>
    <message>
        <source>Somebody else is writing in the file. Wait a moment and try again.</source>
        <translation>Iemand anders schrijft in dit bestand. Wacht even en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The file may not be written. Copy it to a folder of your own and open it there.</source>
        <translation>In dit bestand mag niet worden geschreven. Kopieer het naar een eigen map en open het daar.</translation>
    </message>
    <message>
        <source>The disk is full. Make room and try again.</source>
        <translation>De schijf is vol. Maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>There is a file of that name already. Choose another name.</source>
        <translation>Er is al een bestand met die naam. Kies een andere naam.</translation>
    </message>
    <message>
        <source>The file cannot be reached or read on its disk. Look at the drive and at your rights.</source>
        <translation>Het bestand is niet te bereiken of niet te lezen op zijn schijf. Kijk naar de schijf en naar je rechten.</translation>
    </message>
    <message>
        <source>That name is too long. Choose a shorter one.</source>
        <translation>Die naam is te lang. Kies een kortere.</translation>
    </message>
    <message>
        <source>The file was closed in the meantime. Open it again.</source>
        <translation>Het bestand is intussen gesloten. Open het opnieuw.</translation>
    </message>
    <message>
        <source>The file is open somewhere else as well. Close it there first; nothing was changed.</source>
        <translation>Het bestand is ook ergens anders open. Sluit het daar eerst; er is niets veranderd.</translation>
    </message>
    <message>
        <source>This is the file itself. Choose a backup of it.</source>
        <translation>Dit is het bestand zelf. Kies er een back-up van.</translation>
    </message>
    <message>
        <source>This backup is not what it was when it was made. Choose another one; nothing was changed.</source>
        <translation>Deze back-up is niet meer wat hij was toen hij werd gemaakt. Kies een andere; er is niets veranderd.</translation>
    </message>
    <message>
        <source>What was noted of this backup cannot be read. Put that file elsewhere to do without it, or choose another backup.</source>
        <translation>Wat over deze back-up is genoteerd, is niet te lezen. Zet dat bestandje elders om het zonder te doen, of kies een andere back-up.</translation>
    </message>
    <message>
        <source>The audit trail in this backup is broken. Choose another one; nothing was changed.</source>
        <translation>Het logboek in deze back-up klopt niet. Kies een andere; er is niets veranderd.</translation>
    </message>
    <message>
        <source>Something is left here of a file that is gone (it ends in -wal). Put that elsewhere first.</source>
        <translation>Hier staat nog iets van een bestand dat weg is (het eindigt op -wal). Zet dat eerst elders.</translation>
    </message>
    <message>
        <source>The file cannot be used.</source>
        <translation>Het bestand kan niet worden gebruikt.</translation>
    </message>
    <message>
        <source>This cannot be read. Choose a folder with CSV files or an Excel workbook.</source>
        <translation>Dit is niet te lezen. Kies een map met CSV-bestanden of een Excel-werkmap.</translation>
    </message>
    <message>
        <source>That mapping is no longer there. Choose another one.</source>
        <translation>Die koppeling is er niet meer. Kies een andere.</translation>
    </message>
    <message>
        <source>The mapping cannot be used. Put this right in it: %1</source>
        <translation>De koppeling kan niet worden gebruikt. Verbeter daarin: %1</translation>
    </message>
    <message>
        <source>This cannot be read. Save the export as an Excel workbook (.xlsx) or as CSV.</source>
        <translation>Dit kan niet worden gelezen. Sla de export op als Excel-werkmap (.xlsx) of als CSV.</translation>
    </message>
    <message>
        <source>There is nothing in it that can be read: none of the names that are expected. For the export of another system, choose its mapping.</source>
        <translation>Hier staat niets in dat gelezen kan worden: geen van de verwachte namen. Kies bij een export van een ander systeem de koppeling die erbij hoort.</translation>
    </message>
    <message>
        <source>Nothing can be written there. Choose another folder.</source>
        <translation>Daar kan niet worden geschreven. Kies een andere map.</translation>
    </message>
    <message>
        <source>What you chose is no longer there. Look at the page again.</source>
        <translation>Wat je koos is er niet meer. Bekijk de pagina opnieuw.</translation>
    </message>
    <message>
        <source>The last day has passed by then. Choose another one on the Team D page.</source>
        <translation>De laatste dag is dan voorbij. Kies een andere op de pagina Team D.</translation>
    </message>
    <message>
        <source>A rule that nobody may set aside forbids this.</source>
        <translation>Een regel waar niemand van mag afwijken verbiedt dit.</translation>
    </message>
    <message>
        <source>The cases or the people changed after this proposal was made. Ask for a new proposal.</source>
        <translation>De zaken of de mensen zijn veranderd nadat dit voorstel is gemaakt. Vraag een nieuw voorstel.</translation>
    </message>
    <message>
        <source>A planned handover can no longer be confirmed as it was planned. Leave it out, or plan it again.</source>
        <translation>Een geplande overdracht kan niet meer zoals gepland. Laat die weg, of plan opnieuw.</translation>
    </message>
    <message>
        <source>Write down why this rule is set aside.</source>
        <translation>Schrijf op waarom van deze regel wordt afgeweken.</translation>
    </message>
    <message>
        <source>Planning was interrupted. Try again.</source>
        <translation>Het plannen is onderbroken; probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Nothing was lost; try again.</source>
        <translation>Er ging iets mis in het programma. Er is niets verloren; probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Somebody of another team is asked. Write down first who of that team agreed.</source>
        <translation>Er wordt iemand van een ander team gevraagd. Noteer eerst wie van dat team akkoord is.</translation>
    </message>
    <message>
        <source>This round was withdrawn already.</source>
        <translation>Deze verdeling is al ingetrokken.</translation>
    </message>
    <message>
        <source>The source system has these cases on these names by now. Change them there, or make a new round.</source>
        <translation>In het bronsysteem staan deze zaken al op deze namen. Wijzig ze daar, of maak een nieuwe verdeling.</translation>
    </message>
    <message>
        <source>Something of this round was changed afterwards. Make a new round instead.</source>
        <translation>Aan deze verdeling is later iets gewijzigd. Maak een nieuwe verdeling.</translation>
    </message>
    <message>
        <source>A later round decides about one of these cases. Withdraw that one first.</source>
        <translation>Een latere verdeling gaat over een van deze zaken. Trek die eerst in.</translation>
    </message>
    <message>
        <source>This was settled already. Look at the page again.</source>
        <translation>Dit is al afgehandeld. Bekijk de pagina opnieuw.</translation>
    </message>
    <message>
        <source>That name is taken. Choose another name.</source>
        <translation>Die naam is al in gebruik. Kies een andere naam.</translation>
    </message>
    <message>
        <source>Something is not filled in yet.</source>
        <translation>Er is nog iets niet ingevuld.</translation>
    </message>
    <message>
        <source>This file is open in another window. That window stands in front now.</source>
        <translation>Dit bestand is al open in een ander venster. Dat venster staat nu vooraan.</translation>
    </message>
    <message>
        <source>This is no scenario file. Choose one that ends in .toml and that this program wrote.</source>
        <translation>Dit is geen scenariobestand. Kies een bestand dat eindigt op .toml en dat dit programma schreef.</translation>
    </message>
    <message>
        <source>The scenario says something that cannot be, at: %1. Change that.</source>
        <translation>In het scenario staat iets dat niet kan, bij: %1. Verander dat.</translation>
    </message>
    <message>
        <source>The computing cluster needs a folder with keys. Only an encrypted line leaves this computer.</source>
        <translation>Het rekencluster vraagt een map met sleutels. Alleen een versleutelde lijn gaat van deze computer af.</translation>
    </message>
    <message>
        <source>This program came without what a computing cluster needs. Ask your data team.</source>
        <translation>Dit programma is geïnstalleerd zonder wat een rekencluster nodig heeft. Vraag je datateam.</translation>
    </message>
    <message>
        <source>The computing cluster has another version of this program. Install the same one there.</source>
        <translation>Het rekencluster heeft een andere versie van dit programma. Installeer daar dezelfde.</translation>
    </message>
    <message>
        <source>The computing cluster does not answer. Look at its address and keys.</source>
        <translation>Het rekencluster antwoordt niet. Kijk het adres en de sleutels na.</translation>
    </message>
    <message>
        <source>The data kept with this frozen scenario cannot be read. Copy it to run it on the data of now.</source>
        <translation>De gegevens bij dit vastgelegde scenario zijn niet te lezen. Kopieer het om het met de gegevens van nu te rekenen.</translation>
    </message>
</context>
<context>
    <name>EstablishmentPage</name>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Verloop</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>How many people</source>
        <translation>Hoeveel mensen</translation>
    </message>
    <message>
        <source>How far the futures are</source>
        <translation>Hoe ver de toekomsten zijn</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Aannames</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scenario’s</translation>
    </message>
    <message>
        <source>Copy scenario</source>
        <translation>Scenario kopiëren</translation>
    </message>
    <message>
        <source>Freeze scenario</source>
        <translation>Scenario vastleggen</translation>
    </message>
    <message>
        <source>Compare scenarios</source>
        <translation>Scenario’s vergelijken</translation>
    </message>
    <message>
        <source>How many people are needed</source>
        <translation>Hoeveel mensen nodig zijn</translation>
    </message>
    <message>
        <source>Report of the scenario…</source>
        <translation>Rapport van het scenario…</translation>
    </message>
    <message>
        <source>There is no step to take back.</source>
        <translation>Er is geen stap om terug te nemen.</translation>
    </message>
    <message>
        <source>No step was taken back.</source>
        <translation>Er is geen stap teruggenomen.</translation>
    </message>
    <message>
        <source>Report of the scenario</source>
        <translation>Rapport van het scenario</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel-werkmappen (*.xlsx)</translation>
    </message>
    <message>
        <source>%1 futures, %2 weeks</source>
        <translation>%1 toekomsten, %2 weken</translation>
    </message>
    <message>
        <source>stopped: %1 futures, %2 weeks</source>
        <translation>gestopt: %1 toekomsten, %2 weken</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 is opgeslagen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>frozen: the figures of %1</source>
        <translation>vastgelegd: de cijfers van %1</translation>
    </message>
    <message>
        <source>frozen on %1: this version of the program comes to other figures</source>
        <translation>vastgelegd op %1: deze versie van het programma komt op andere cijfers</translation>
    </message>
</context>
<context>
    <name>EstablishmentPageModel</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (kopie)</translation>
    </message>
</context>
<context>
    <name>FacetMenu</name>
    <message>
        <source>Show everybody</source>
        <translation>Toon iedereen</translation>
    </message>
</context>
<context>
    <name>Factors</name>
    <message>
        <source>complex divorce</source>
        <translation>complexe scheiding</translation>
    </message>
    <message>
        <source>divorce (Schotten)</source>
        <translation>complexe scheiding (Schotten)</translation>
    </message>
    <message>
        <source>placed out of home</source>
        <translation>uithuisplaatsing</translation>
    </message>
    <message>
        <source>no suitable help</source>
        <translation>geen passende hulp</translation>
    </message>
    <message>
        <source>closed placement</source>
        <translation>gesloten plaatsing</translation>
    </message>
    <message>
        <source>acute safety</source>
        <translation>acute onveiligheid</translation>
    </message>
    <message>
        <source>human trafficking</source>
        <translation>mensenhandel</translation>
    </message>
    <message>
        <source>legal dispute</source>
        <translation>juridische strijd</translation>
    </message>
    <message>
        <source>turns 18</source>
        <translation>wordt 18</translation>
    </message>
    <message>
        <source>request for the file</source>
        <translation>dossierverzoek</translation>
    </message>
    <message>
        <source>long journey</source>
        <translation>lange reistijd</translation>
    </message>
    <message>
        <source>takeover</source>
        <translation>overname</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>That did not work</source>
        <translation>Dat lukte niet</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Back-up terugzetten…</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Er ging iets mis in het programma</translation>
    </message>
    <message>
        <source>Your file is as it was before this step. Try again; if it happens again, pass on this number: %1</source>
        <translation>Je bestand is zoals het was voor deze stap. Probeer het opnieuw; gebeurt het weer, geef dan dit nummer door: %1</translation>
    </message>
</context>
<context>
    <name>FieldsToFill</name>
    <message>
        <source>Same for all</source>
        <translation>Zelfde voor alle</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Above the norm</source>
        <translation>Boven de norm</translation>
    </message>
    <message>
        <source>Largest gap</source>
        <translation>Grootste verschil</translation>
    </message>
    <message>
        <source>New faces</source>
        <translation>Nieuwe gezichten</translation>
    </message>
    <message>
        <source>Broken duos</source>
        <translation>Verbroken duo&apos;s</translation>
    </message>
</context>
<context>
    <name>FiguresExplained</name>
    <message>
        <source>Cases that nobody has yet.</source>
        <translation>Zaken die nog niemand heeft.</translation>
    </message>
    <message>
        <source>People who get something and are above their working norm then.</source>
        <translation>Mensen die iets krijgen en daarna boven hun werknorm zitten.</translation>
    </message>
    <message>
        <source>Between the fullest and the emptiest of the people who get something.</source>
        <translation>Tussen de volste en de leegste van de mensen die iets krijgen.</translation>
    </message>
    <message>
        <source>Cases of a known family that go to another first contact than the family knows.</source>
        <translation>Zaken van een bekend gezin die naar een ander eerste contact gaan dan het gezin kent.</translation>
    </message>
    <message>
        <source>Cases in which the second contact whom the family knows drops out.</source>
        <translation>Zaken waarbij de tweede contactpersoon die het gezin kent, wegvalt.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open file</source>
        <translation>Bestand openen</translation>
    </message>
    <message>
        <source>Caseload Planner files (*.sqlite *.db)</source>
        <translation>Bestanden van Caseload Planner (*.sqlite *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Nieuw bestand</translation>
    </message>
    <message>
        <source>Caseload Planner files (*.sqlite)</source>
        <translation>Bestanden van Caseload Planner (*.sqlite)</translation>
    </message>
    <message>
        <source>Export as Excel workbook</source>
        <translation>Exporteren als Excel-werkmap</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel-werkmappen (*.xlsx)</translation>
    </message>
    <message>
        <source>Export as CSV folder</source>
        <translation>Exporteren als map met CSV</translation>
    </message>
    <message>
        <source>Backup in another folder</source>
        <translation>Back-up in een andere map</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>region</source>
        <translation>regio</translation>
    </message>
    <message>
        <source>location</source>
        <translation>locatie</translation>
    </message>
    <message>
        <source>team</source>
        <translation>team</translation>
    </message>
    <message>
        <source>Whole organisation</source>
        <translation>Hele organisatie</translation>
    </message>
</context>
<context>
    <name>FinderDialog</name>
    <message>
        <source>Search or do</source>
        <translation>Zoek of doe</translation>
    </message>
    <message>
        <source>Name, case number, team, page or command</source>
        <translation>Naam, zaaknummer, team, pagina of opdracht</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Nothing fits. Try a part of the name, or the number alone.</source>
        <translation>Niets gevonden. Probeer een deel van de naam, of alleen het nummer.</translation>
    </message>
    <message>
        <source>Arrows choose · Enter opens · Esc closes</source>
        <translation>Pijltjes kiezen · Enter opent · Esc sluit</translation>
    </message>
</context>
<context>
    <name>Firmness</name>
    <message>
        <source>Nobody else is as good for this case.</source>
        <translation>Niemand anders is even goed voor deze zaak.</translation>
    </message>
    <message>
        <source>As good: %1.</source>
        <translation>Even goed: %1.</translation>
    </message>
    <message>
        <source>As good as second contact: %1.</source>
        <translation>Even goed als tweede contactpersoon: %1.</translation>
    </message>
    <message>
        <source>%1 (in exchange for %2)</source>
        <translation>%1 (in ruil voor %2)</translation>
    </message>
    <message>
        <source>and %1 others</source>
        <translation>en nog %1 anderen</translation>
    </message>
    <message>
        <source>Stays the same if the case weighs %1.</source>
        <translation>Verandert niet als de zaak %1 weegt.</translation>
    </message>
    <message>
        <source>Stays the same if the case weighs %1, as far as could be found.</source>
        <translation>Verandert niet als de zaak %1 weegt, voor zover te vinden was.</translation>
    </message>
    <message>
        <source>Changes if the case weighs %1: %2.</source>
        <translation>Verandert als de zaak %1 weegt: %2.</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> en nog %1</translation>
    </message>
    <message>
        <source>%1 is left over</source>
        <translation>%1 blijft liggen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 naar %2</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>her cases</source>
        <translation>haar zaken</translation>
    </message>
    <message>
        <source>working norm</source>
        <translation>werknorm</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>plafond</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>week %1</source>
        <translation>week %1</translation>
    </message>
</context>
<context>
    <name>Futures</name>
    <message>
        <source>all futures</source>
        <translation>alle toekomsten</translation>
    </message>
    <message>
        <source>nearly all futures</source>
        <translation>bijna alle toekomsten</translation>
    </message>
    <message>
        <source>no future</source>
        <translation>geen enkele toekomst</translation>
    </message>
    <message>
        <source>hardly any future</source>
        <translation>bijna geen toekomst</translation>
    </message>
    <message>
        <source>%1 of the 10 futures</source>
        <translation>%1 van de 10 toekomsten</translation>
    </message>
    <message>
        <source>funded norm</source>
        <translation>gefinancierde norm</translation>
    </message>
    <message>
        <source>working norm</source>
        <translation>werknorm</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>The %1 holds all the time: at most in %2 is the load above it.</source>
        <translation>De %1 wordt steeds gehaald: hooguit in %2 ligt de belasting erboven.</translation>
    </message>
    <message>
        <source>In %1 the load is above the %2 all the time.</source>
        <translation>In %1 ligt de belasting steeds boven de %2.</translation>
    </message>
    <message>
        <source>At the end it is %1 on average, where the norm is %2.</source>
        <translation>Aan het einde is die gemiddeld %1, bij een norm van %2.</translation>
    </message>
    <message>
        <source>In %1 the load is above the %2 in %3.</source>
        <translation>In %1 ligt de belasting boven de %2 in %3.</translation>
    </message>
    <message>
        <source>At the end it is so in %1.</source>
        <translation>Aan het einde is dat zo in %1.</translation>
    </message>
    <message>
        <source>From %1 on it holds in at least 8 of the 10.</source>
        <translation>Vanaf %1 wordt zij gehaald in minstens 8 van de 10.</translation>
    </message>
    <message>
        <source>From %1 to %2; 8 of the 10 futures end between %3 and %4.</source>
        <translation>Van %1 naar %2; 8 van de 10 toekomsten eindigen tussen %3 en %4.</translation>
    </message>
    <message>
        <source>There is no team D here.</source>
        <translation>Er is hier geen team D.</translation>
    </message>
    <message>
        <source>Team D is not at nil: %1 fte at the end.</source>
        <translation>Team D is niet op nihil: %1 fte aan het einde.</translation>
    </message>
    <message>
        <source>Team D is at nil in %1.</source>
        <translation>Team D is op nihil in %1.</translation>
    </message>
    <message>
        <source>Nobody waits: new cases are always taken.</source>
        <translation>Niemand wacht: nieuwe zaken worden altijd opgepakt.</translation>
    </message>
    <message>
        <source>On average at most %1 cases wait, in %2.</source>
        <translation>Gemiddeld wachten hooguit %1 zaken, in %2.</translation>
    </message>
    <message>
        <source>points per fte, and how many of 100 futures end at that or less</source>
        <translation>punten per fte, en hoeveel van 100 toekomsten daarop of daaronder eindigen</translation>
    </message>
    <message>
        <source>In %1 the norm holds in the last week. Half of the futures end between %2 and %3.</source>
        <translation>In %1 wordt de norm gehaald in de laatste week. De helft van de toekomsten eindigt tussen %2 en %3.</translation>
    </message>
    <message>
        <source>There is nobody here who carries cases.</source>
        <translation>Er is hier niemand die zaken draagt.</translation>
    </message>
</context>
<context>
    <name>HandoverSection</name>
    <message>
        <source>Plan again</source>
        <translation>Opnieuw plannen</translation>
    </message>
    <message>
        <source>Opens Team D and makes the plan again. What was agreed for the next four weeks stays.</source>
        <translation>Opent Team D en maakt het plan opnieuw. Wat voor de komende vier weken is afgesproken, blijft staan.</translation>
    </message>
    <message>
        <source>Planned handovers (%1)</source>
        <translation>Geplande overdrachten (%1)</translation>
    </message>
    <message>
        <source>No longer possible: %1</source>
        <translation>Niet meer mogelijk: %1</translation>
    </message>
</context>
<context>
    <name>HandoverWeek</name>
    <message>
        <source>No cases to distribute, only planned handovers</source>
        <translation>Geen zaken te verdelen, wel geplande overdrachten</translation>
    </message>
    <message>
        <source>What is ticked is confirmed when you decide. Untick what has to wait.</source>
        <translation>Wat is aangevinkt, wordt bij het vaststellen bevestigd. Haal het vinkje weg bij wat nog moet wachten.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Vaststellen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Tick a handover first.</source>
        <translation>Vink eerst een overdracht aan.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Files and more (F10)</source>
        <translation>Bestanden en meer (F10)</translation>
    </message>
    <message>
        <source>Files and more</source>
        <translation>Bestanden en meer</translation>
    </message>
    <message>
        <source>Search or do</source>
        <translation>Zoek of doe</translation>
    </message>
    <message>
        <source>Search people, cases and commands (%1)</source>
        <translation>Zoek mensen, zaken en opdrachten (%1)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Reported to us.</source>
        <translation>Bij ons gemeld.</translation>
    </message>
    <message>
        <source>The measure began.</source>
        <translation>De maatregel begon.</translation>
    </message>
    <message>
        <source>First talk.</source>
        <translation>Eerste gesprek.</translation>
    </message>
    <message>
        <source>The plan was agreed.</source>
        <translation>Gedragen koers afgesproken.</translation>
    </message>
    <message>
        <source>The measure ended.</source>
        <translation>De maatregel eindigde.</translation>
    </message>
    <message>
        <source>%1 became first contact.</source>
        <translation>%1 werd eerste contactpersoon.</translation>
    </message>
    <message>
        <source>%1 became second contact.</source>
        <translation>%1 werd tweede contactpersoon.</translation>
    </message>
    <message>
        <source>%1 came along for a handover.</source>
        <translation>%1 liep mee voor een overdracht.</translation>
    </message>
    <message>
        <source>Last day of %1 as first contact.</source>
        <translation>Laatste dag van %1 als eerste contactpersoon.</translation>
    </message>
    <message>
        <source>Last day of %1 as second contact.</source>
        <translation>Laatste dag van %1 als tweede contactpersoon.</translation>
    </message>
    <message>
        <source>Last day that %1 came along.</source>
        <translation>Laatste dag dat %1 meeliep.</translation>
    </message>
    <message>
        <source>Decided by %2.</source>
        <translation>Vastgesteld door %2.</translation>
    </message>
    <message>
        <source>Minutes: %3</source>
        <translation>Notulen: %3</translation>
    </message>
    <message>
        <source>For %1 “%4” was set aside: %3</source>
        <translation>Voor %1 is afgeweken van “%4”: %3</translation>
    </message>
    <message>
        <source>%2 agreed that %1 takes it.</source>
        <translation>%2 is akkoord dat %1 de zaak neemt.</translation>
    </message>
    <message>
        <source>Decision withdrawn by %2: %3</source>
        <translation>Besluit ingetrokken door %2: %3</translation>
    </message>
    <message>
        <source>%1 says that it is not right: %3</source>
        <translation>%1 zegt dat het niet klopt: %3</translation>
    </message>
    <message>
        <source>Answer of %2: %3</source>
        <translation>Antwoord van %2: %3</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation>Opnieuw kiezen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Reading and checking</source>
        <translation>Lezen en controleren</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schrijven</translation>
    </message>
    <message>
        <source>Import anyway</source>
        <translation>Toch importeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Kies een map</translation>
    </message>
    <message>
        <source>Choose a workbook or CSV file</source>
        <translation>Kies een werkmap of CSV-bestand</translation>
    </message>
    <message>
        <source>Workbooks and CSV (*.xlsx *.csv *.toml)</source>
        <translation>Werkmappen en CSV (*.xlsx *.csv *.toml)</translation>
    </message>
</context>
<context>
    <name>ImportNotes</name>
    <message>
        <source>Not in %1 any more, so closed today: %2.</source>
        <translation>Niet meer in %1, dus vandaag gesloten: %2.</translation>
    </message>
    <message>
        <source>Not in %1 any more, so taken out: %2.</source>
        <translation>Niet meer in %1, dus vervallen: %2.</translation>
    </message>
    <message>
        <source>Decided here and not yet in %1, so kept: %2.</source>
        <translation>Hier vastgesteld en nog niet in %1, dus gebleven: %2.</translation>
    </message>
    <message>
        <source>Decided here and now in %1 as well: %2.</source>
        <translation>Hier vastgesteld en nu ook in %1: %2.</translation>
    </message>
    <message>
        <source>Decided here; the day is now that of %1: %2.</source>
        <translation>Hier vastgesteld; de dag is nu die van %1: %2.</translation>
    </message>
    <message>
        <source>Still open in %1, but ended by a decision here: %2.</source>
        <translation>Nog open in %1, maar hier beëindigd: %2.</translation>
    </message>
    <message>
        <source>Not in %1 any more, but kept: %2.</source>
        <translation>Niet meer in %1, maar gebleven: %2.</translation>
    </message>
    <message>
        <source>Not read: %2.</source>
        <translation>Niet gelezen: %2.</translation>
    </message>
    <message>
        <source>Skills in %1 that no rule asks for: %2. Rules ask for: %3.</source>
        <translation>Vaardigheden in %1 waar geen regel om vraagt: %2. Regels vragen om: %3.</translation>
    </message>
    <message>
        <source>Wishes in %1 that match no type, method or factor of a measure: %2.</source>
        <translation>Wensen in %1 die bij geen type, methode of factor van een maatregel horen: %2.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 en nog %2</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Problems</source>
        <translation>Problemen</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Er is niets geïmporteerd</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Geïmporteerd</translation>
    </message>
    <message>
        <source>This would change</source>
        <translation>Dit zou er veranderen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems. Put them right in the source and choose it again; your file is as it was.</source>
        <translation>
            <numerusform>%Ln probleem. Herstel het in de bron en kies die opnieuw; je bestand is zoals het was.</numerusform>
            <numerusform>%Ln problemen. Herstel ze in de bron en kies die opnieuw; je bestand is zoals het was.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing new in the source.</source>
        <translation>Er stond niets nieuws in de bron.</translation>
    </message>
    <message>
        <source>Your file holds the new data. The pages show it already.</source>
        <translation>Je bestand heeft de nieuwe gegevens. De pagina’s laten ze al zien.</translation>
    </message>
    <message>
        <source>There is nothing new in the source: all of it is known already.</source>
        <translation>Er staat niets nieuws in de bron: alles is al bekend.</translation>
    </message>
    <message>
        <source>%1 of the %2 running measures would close or lose a contact. Is the source complete? If it is, you can import it anyway.</source>
        <translation>%1 van de %2 lopende maatregelen zouden sluiten of een contactpersoon verliezen. Is de bron volledig? Dan kun je toch importeren.</translation>
    </message>
    <message>
        <source>Nothing is written yet. Look whether these numbers are what you expect.</source>
        <translation>Er is nog niets geschreven. Kijk of deze aantallen zijn wat je verwacht.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Hetzelfde</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Vervallen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gebleven</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Geweigerd</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>%1 points</source>
        <translation>%1 punten</translation>
    </message>
    <message>
        <source>family %1</source>
        <translation>gezin %1</translation>
    </message>
    <message>
        <source>You pinned this yourself.</source>
        <translation>Je hebt dit zelf vastgezet.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Put off in the meeting: it waits until you take it up again.</source>
        <translation>Uitgesteld in het overleg: de zaak wacht tot je hem weer oppakt.</translation>
    </message>
    <message>
        <source>Set aside: %1. Your reason: %2</source>
        <translation>Afgeweken van: %1. Je reden: %2</translation>
    </message>
    <message>
        <source>Not placed yet. %1 people can take it.</source>
        <translation>Nog niet verdeeld. %1 mensen kunnen deze zaak krijgen.</translation>
    </message>
    <message>
        <source>Not placed.</source>
        <translation>Niet verdeeld.</translation>
    </message>
    <message>
        <source>%1 people can still take it.</source>
        <translation>%1 mensen kunnen deze zaak nog krijgen.</translation>
    </message>
    <message>
        <source>Why not %1</source>
        <translation>Waarom niet %1</translation>
    </message>
    <message>
        <source>Just as good: other cases can move along. Worked out exactly.</source>
        <translation>Even goed: andere zaken kunnen meeschuiven. Precies nagegaan.</translation>
    </message>
    <message>
        <source>Also when other cases move along: worked out exactly.</source>
        <translation>Ook als andere zaken meeschuiven: precies nagegaan.</translation>
    </message>
    <message>
        <source>The load would go %1.</source>
        <translation>De belasting gaat dan %1.</translation>
    </message>
    <message>
        <source>%1 left over</source>
        <translation>%1 niet verdeeld</translation>
    </message>
    <message>
        <source>Proven: it cannot be better.</source>
        <translation>Bewezen: het kan niet beter.</translation>
    </message>
    <message>
        <source>Just as good: nothing speaks against it.</source>
        <translation>Even goed: er pleit niets tegen.</translation>
    </message>
    <message>
        <source>%1. You may set this aside with a reason.</source>
        <translation>%1. Hier mag je met een reden van afwijken.</translation>
    </message>
    <message>
        <source>%1. Nobody may set this aside.</source>
        <translation>%1. Hier mag niemand van afwijken.</translation>
    </message>
    <message>
        <source>Stays within the working norm.</source>
        <translation>Blijft binnen de werknorm.</translation>
    </message>
    <message>
        <source>Goes above the working norm.</source>
        <translation>Komt boven de werknorm.</translation>
    </message>
    <message>
        <source>%1: %2. You give the reason when you decide.</source>
        <translation>%1: %2. De reden geef je bij het vaststellen.</translation>
    </message>
</context>
<context>
    <name>InspectorPane</name>
    <message>
        <source>Explanation</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>Choose somebody in the middle to see why not.</source>
        <translation>Kies iemand in het midden om te zien waarom niet.</translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation>Kies een zaak</translation>
    </message>
    <message>
        <source>Then you see here why it goes to whom, and why not to others.</source>
        <translation>Dan zie je hier waarom de zaak naar wie gaat, en waarom niet naar anderen.</translation>
    </message>
    <message>
        <source>Let go (P)</source>
        <translation>Losmaken (P)</translation>
    </message>
    <message>
        <source>Pin (P)</source>
        <translation>Vastzetten (P)</translation>
    </message>
    <message>
        <source>Take off (U)</source>
        <translation>Eraf halen (U)</translation>
    </message>
    <message>
        <source>Estimate; being worked out exactly…</source>
        <translation>Schatting; wordt precies nagegaan…</translation>
    </message>
    <message>
        <source>Allow again (X)</source>
        <translation>Weer toestaan (X)</translation>
    </message>
    <message>
        <source>Exclude (X)</source>
        <translation>Uitsluiten (X)</translation>
    </message>
    <message>
        <source>Give the case</source>
        <translation>Geef deze zaak</translation>
    </message>
    <message>
        <source>How this distribution stands</source>
        <translation>Hoe deze verdeling ervoor staat</translation>
    </message>
    <message>
        <source>Each goal is proven as good as it can be, in this order.</source>
        <translation>Elk doel is bewezen zo goed als het kan, in deze volgorde.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Waarom niet</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Alternatieven</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>What to explain about the case</source>
        <translation>Wat je over de zaak wilt weten</translation>
    </message>
    <message>
        <source>Why not somebody else</source>
        <translation>Waarom niet iemand anders</translation>
    </message>
    <message>
        <source>Others for this case</source>
        <translation>Wie kan deze zaak ook krijgen</translation>
    </message>
    <message>
        <source>Nobody else can take this case without breaking a fixed rule.</source>
        <translation>Niemand anders kan deze zaak krijgen zonder een vaste regel te breken.</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Geef</translation>
    </message>
    <message>
        <source>Looking who would be as good…</source>
        <translation>Zoekt wie even goed zou zijn…</translation>
    </message>
    <message>
        <source>Trying the case a little lighter and a little heavier…</source>
        <translation>Probeert de zaak iets lichter en iets zwaarder…</translation>
    </message>
    <message>
        <source>What if it weighs more or less?</source>
        <translation>En als de zaak meer of minder weegt?</translation>
    </message>
    <message>
        <source>Looking it up…</source>
        <translation>Wordt opgezocht…</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>family %1</source>
        <translation>gezin %1</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 dagen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>Without a first contact: %1.</source>
        <translation>Zonder eerste contactpersoon: %1.</translation>
    </message>
    <message>
        <source>Longer than 7 days.</source>
        <translation>Langer dan 7 dagen.</translation>
    </message>
    <message>
        <source>Nearly 7 days.</source>
        <translation>Bijna 7 dagen.</translation>
    </message>
    <message>
        <source>Provisional order, acute safety or closed placement: goes first.</source>
        <translation>Voorlopige maatregel, acute veiligheid of gesloten plaatsing: gaat voor.</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>spoed</translation>
    </message>
    <message>
        <source>The family knows %1</source>
        <translation>Het gezin kent %1</translation>
    </message>
    <message>
        <source>known family</source>
        <translation>bekend gezin</translation>
    </message>
    <message>
        <source>Also to distribute: %1 of this family</source>
        <translation>Ook te verdelen: %1 van dit gezin</translation>
    </message>
    <message>
        <source>siblings</source>
        <translation>broer/zus</translation>
    </message>
    <message>
        <source>%1 held it and left</source>
        <translation>%1 had deze zaak en is vertrokken</translation>
    </message>
    <message>
        <source>takeover</source>
        <translation>overname</translation>
    </message>
    <message>
        <source>SNS required</source>
        <translation>SNS vereist</translation>
    </message>
    <message>
        <source>SNS wanted</source>
        <translation>SNS gewenst</translation>
    </message>
    <message>
        <source>duo required</source>
        <translation>duo vereist</translation>
    </message>
    <message>
        <source>duo wanted</source>
        <translation>duo gewenst</translation>
    </message>
    <message>
        <source>Asks the Schotten team</source>
        <translation>Vraagt het Schottenteam</translation>
    </message>
    <message>
        <source>This case asks a second contact: choose one with Shift+Enter.</source>
        <translation>Deze zaak vraagt een tweede contactpersoon: kies er een met Shift+Enter.</translation>
    </message>
    <message>
        <source>second contact still to choose</source>
        <translation>tweede nog kiezen</translation>
    </message>
    <message>
        <source>fits nobody without a reason</source>
        <translation>past bij niemand zonder reden</translation>
    </message>
    <message>
        <source>1 person can take it</source>
        <translation>1 persoon kan deze krijgen</translation>
    </message>
    <message>
        <source>%1 people can take it</source>
        <translation>%1 mensen kunnen deze krijgen</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>gevraagd</translation>
    </message>
    <message>
        <source>Put off in the meeting. A proposal leaves it waiting until you take it up again.</source>
        <translation>Uitgesteld in het overleg. Een voorstel laat de zaak wachten tot je hem weer oppakt.</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>geparkeerd</translation>
    </message>
    <message>
        <source>Agreed with %1.</source>
        <translation>Akkoord van %1.</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>akkoord</translation>
    </message>
    <message>
        <source>Asked of %1: write down who agreed when you decide.</source>
        <translation>Gevraagd van %1: schrijf bij het vaststellen op wie akkoord is.</translation>
    </message>
    <message>
        <source>Stays here: you set a rule aside for it.</source>
        <translation>Blijft hier: je week voor deze zaak van een regel af.</translation>
    </message>
    <message>
        <source>You pinned it here.</source>
        <translation>Je hebt de zaak hier vastgezet.</translation>
    </message>
    <message>
        <source>The plan has no choice: only one person may take it.</source>
        <translation>Het voorstel heeft geen keus: maar één persoon mag deze zaak krijgen.</translation>
    </message>
</context>
<context>
    <name>IntakePane</name>
    <message>
        <source>What waits, what it would take, and where the room is</source>
        <translation>Wat er wacht, wat het zou vragen, en waar de ruimte zit</translation>
    </message>
    <message>
        <source>To distribute</source>
        <translation>Te verdelen</translation>
    </message>
    <message>
        <source>Enter&#xa0;choose · 1-9&#xa0;give · Shift&#xa0;second · P&#xa0;pin · U&#xa0;take&#xa0;off · X&#xa0;exclude</source>
        <translation>Enter&#xa0;kiezen · 1-9&#xa0;geven · Shift&#xa0;als&#xa0;tweede · P&#xa0;vastzetten · U&#xa0;eraf · X&#xa0;uitsluiten</translation>
    </message>
    <message>
        <source>%1 of %2 placed</source>
        <translation>%1 van %2 verdeeld</translation>
    </message>
    <message>
        <source>1 case not safe to distribute</source>
        <translation>1 zaak niet veilig te verdelen</translation>
    </message>
    <message>
        <source>%1 cases not safe to distribute</source>
        <translation>%1 zaken niet veilig te verdelen</translation>
    </message>
</context>
<context>
    <name>KeepMenu</name>
    <message>
        <source>Copy the table</source>
        <translation>Tabel kopiëren</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>Opslaan als Excel…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Opslaan als CSV…</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Op deze pagina</translation>
    </message>
    <message>
        <source>Search and pages</source>
        <translation>Zoeken en pagina&apos;s</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
</context>
<context>
    <name>LeaverRowsModel</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Zaken</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Nothing left on</source>
        <translation>Klaar op</translation>
    </message>
    <message>
        <source>team D</source>
        <translation>team D</translation>
    </message>
    <message>
        <source>team D, until %1</source>
        <translation>team D, tot %1</translation>
    </message>
    <message>
        <source>leaves on %1</source>
        <translation>vertrekt op %1</translation>
    </message>
    <message>
        <source>away for long from %1</source>
        <translation>langdurig afwezig vanaf %1</translation>
    </message>
</context>
<context>
    <name>Leftovers</name>
    <message>
        <source>None of the %1 people of the region can be first contact.</source>
        <translation>Geen van de %1 mensen in de regio kan eerste contactpersoon zijn.</translation>
    </message>
    <message>
        <source>%1 people can be first contact, but nobody can be second.</source>
        <translation>%1 mensen kunnen eerste zijn, maar niemand kan tweede zijn.</translation>
    </message>
    <message>
        <source>There are people for it, but no two who can take it together.</source>
        <translation>Er zijn mensen voor, maar geen twee die het samen kunnen.</translation>
    </message>
    <message>
        <source>%2 people fall away: “%1”</source>
        <translation>%2 mensen vallen af: “%1”</translation>
    </message>
</context>
<context>
    <name>LevelFigures</name>
    <message>
        <source>waiting %1</source>
        <translation>wachten %1</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 gemist</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 punten</translation>
    </message>
    <message>
        <source>%1 too much</source>
        <translation>%1 te veel</translation>
    </message>
    <message>
        <source>%1 steps away</source>
        <translation>%1 stappen</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 nieuw</translation>
    </message>
    <message>
        <source>%1 not met</source>
        <translation>%1 niet vervuld</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 gewijzigd</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>alles verdeeld</translation>
    </message>
    <message>
        <source>all good</source>
        <translation>in orde</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>Nobody waits</source>
        <translation>Niemand wacht</translation>
    </message>
    <message>
        <source>Known face</source>
        <translation>Bekend gezicht</translation>
    </message>
    <message>
        <source>Above the working norm</source>
        <translation>Boven de werknorm</translation>
    </message>
    <message>
        <source>New work spread</source>
        <translation>Nieuw werk gespreid</translation>
    </message>
    <message>
        <source>Wanted duos</source>
        <translation>Gewenste duo&apos;s</translation>
    </message>
    <message>
        <source>Close by</source>
        <translation>Dichtbij</translation>
    </message>
    <message>
        <source>Evenly spread</source>
        <translation>Gelijk verdeeld</translation>
    </message>
    <message>
        <source>Duos that know each other</source>
        <translation>Bekende duo&apos;s</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>Wensen</translation>
    </message>
    <message>
        <source>Little changed</source>
        <translation>Weinig veranderd</translation>
    </message>
</context>
<context>
    <name>LevelsExplained</name>
    <message>
        <source>Days that cases left over wait; urgent ones count five times.</source>
        <translation>Dagen die overgebleven zaken wachten; spoed telt vijf keer.</translation>
    </message>
    <message>
        <source>Times that a known family does not get its own first contact.</source>
        <translation>Keren dat een bekend gezin niet de eigen contactpersoon krijgt.</translation>
    </message>
    <message>
        <source>Points above the working norm; much for one weighs heavier.</source>
        <translation>Punten boven de werknorm; veel bij één persoon weegt zwaarder.</translation>
    </message>
    <message>
        <source>Points that people get too much of in one week.</source>
        <translation>Punten die mensen in één week te veel krijgen.</translation>
    </message>
    <message>
        <source>Duos that were wanted and not made; SNS duos count twice.</source>
        <translation>Gewenste duo&apos;s die niet zijn gemaakt; SNS-duo&apos;s tellen dubbel.</translation>
    </message>
    <message>
        <source>Steps from the own team; the first contact counts most.</source>
        <translation>Stappen van het eigen team; de eerste contactpersoon telt het meest.</translation>
    </message>
    <message>
        <source>Lower is more even: everybody carries the same share.</source>
        <translation>Lager is gelijker: iedereen draagt hetzelfde deel.</translation>
    </message>
    <message>
        <source>New duos, and known second contacts passed over.</source>
        <translation>Nieuwe duo&apos;s, en bekende tweede contactpersonen die zijn overgeslagen.</translation>
    </message>
    <message>
        <source>Own staff, a good mix, own kind of work and taking turns.</source>
        <translation>Eigen mensen, een goede mix, eigen soort werk en om de beurt.</translation>
    </message>
    <message>
        <source>Places that differ from the proposal of before.</source>
        <translation>Plaatsen die anders zijn dan in het vorige voorstel.</translation>
    </message>
</context>
<context>
    <name>LookButtons</name>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>Licht, donker of hoog contrast</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
</context>
<context>
    <name>Losses</name>
    <message>
        <source>Then cases would wait longer.</source>
        <translation>Dan wachten zaken langer.</translation>
    </message>
    <message>
        <source>Then a family would lose its known face.</source>
        <translation>Dan raakt een gezin het bekende gezicht kwijt.</translation>
    </message>
    <message>
        <source>Then the load goes further above the working norm (%1 more).</source>
        <translation>Dan komt de belasting verder boven de werknorm (%1 meer).</translation>
    </message>
    <message>
        <source>Then somebody gets %1 points too much new work in one week.</source>
        <translation>Dan krijgt iemand %1 punten te veel nieuw werk in één week.</translation>
    </message>
    <message>
        <source>Then a wanted duo is not made.</source>
        <translation>Dan komt een gewenst duo er niet.</translation>
    </message>
    <message>
        <source>Then the work is spread less evenly (%1 more).</source>
        <translation>Dan is het werk minder gelijk verdeeld (%1 punt).</translation>
    </message>
    <message>
        <source>Then there is one more new duo or a known second is passed over.</source>
        <translation>Dan komt er een nieuw duo bij of wordt een bekende tweede overgeslagen.</translation>
    </message>
    <message>
        <source>Then wishes of the team are met less well (%1 more).</source>
        <translation>Dan worden wensen van het team minder vervuld (%1 meer).</translation>
    </message>
    <message>
        <source>Then more changes from the proposal of before.</source>
        <translation>Dan verandert er meer ten opzichte van het vorige voorstel.</translation>
    </message>
    <message>
        <source>Then it is further from its own team.</source>
        <translation>Dan komt de zaak verder van het eigen team.</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Opened &amp;before</source>
        <translation>Eerder &amp;geopend</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Exported: %Ln rows.</source>
        <translation>
            <numerusform>%Ln rij geëxporteerd.</numerusform>
            <numerusform>%Ln rijen geëxporteerd.</numerusform>
        </translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Een ogenblik</translation>
    </message>
    <message>
        <source>The names on every page are changing.</source>
        <translation>De namen op elke pagina worden vervangen.</translation>
    </message>
    <message>
        <source>On the date of reference this person carries no cases.</source>
        <translation>Op de peildatum draagt deze persoon geen zaken.</translation>
    </message>
    <message>
        <source>Backup made: %1</source>
        <translation>Back-up gemaakt: %1</translation>
    </message>
    <message>
        <source>Nothing changed since this backup: %1</source>
        <translation>Niets veranderd sinds deze back-up: %1</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>De back-up is teruggezet.</translation>
    </message>
    <message>
        <source>The backup was restored. What was there is kept as %1.</source>
        <translation>De back-up is teruggezet. Wat er stond, is bewaard als %1.</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Search the manual</source>
        <translation>Zoek in de handleiding</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Hoofdstukken</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
</context>
<context>
    <name>MappingChoice</name>
    <message>
        <source>Read as</source>
        <translation>Lees als</translation>
    </message>
    <message>
        <source>files of this program</source>
        <translation>bestanden van dit programma</translation>
    </message>
    <message>
        <source>export of another system: choose a mapping…</source>
        <translation>export van een ander systeem: kies een koppeling…</translation>
    </message>
    <message>
        <source>Says how the export of another system is read. The manual has an example.</source>
        <translation>Zegt hoe een export van een ander systeem gelezen wordt. In de handleiding staat een voorbeeld.</translation>
    </message>
    <message>
        <source>mapping %1</source>
        <translation>koppeling %1</translation>
    </message>
    <message>
        <source>Choose a mapping</source>
        <translation>Kies een koppeling</translation>
    </message>
    <message>
        <source>Mappings (*.toml)</source>
        <translation>Koppelingen (*.toml)</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Absent</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>Inwerken</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>Vertrekt</translation>
    </message>
    <message>
        <source>Team D</source>
        <translation>Team D</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Geen SKJ</translation>
    </message>
    <message>
        <source>SNS</source>
        <translation>SNS</translation>
    </message>
    <message>
        <source>Schotten</source>
        <translation>Schotten</translation>
    </message>
    <message>
        <source>Over ceiling</source>
        <translation>Boven plafond</translation>
    </message>
</context>
<context>
    <name>MarksExplained</name>
    <message>
        <source>Absent today, wholly or in part.</source>
        <translation>Op deze dag afwezig, helemaal of voor een deel.</translation>
    </message>
    <message>
        <source>Still learning the work: carries part of a full caseload.</source>
        <translation>Wordt ingewerkt: draagt een deel van een volle caseload.</translation>
    </message>
    <message>
        <source>Leaves within 13 weeks: takes no new first contact.</source>
        <translation>Vertrekt binnen 13 weken: wordt geen eerste contactpersoon meer.</translation>
    </message>
    <message>
        <source>Seconded (team D): her caseload winds down.</source>
        <translation>Gedetacheerd (team D): de caseload wordt afgebouwd.</translation>
    </message>
    <message>
        <source>No valid SKJ registration: second contact only.</source>
        <translation>Geen geldige SKJ-registratie: alleen tweede contactpersoon.</translation>
    </message>
    <message>
        <source>Trained for SNS.</source>
        <translation>SNS-geschoold.</translation>
    </message>
    <message>
        <source>Trained for Schotten cases.</source>
        <translation>Geschoold voor Schotten-zaken.</translation>
    </message>
    <message>
        <source>Carries more than her ceiling.</source>
        <translation>Draagt meer dan haar plafond.</translation>
    </message>
</context>
<context>
    <name>MeasureTypes</name>
    <message>
        <source>Supervision order</source>
        <translation>Ondertoezichtstelling</translation>
    </message>
    <message>
        <source>Provisional supervision order</source>
        <translation>Voorlopige ondertoezichtstelling</translation>
    </message>
    <message>
        <source>Guardianship</source>
        <translation>Voogdij</translation>
    </message>
    <message>
        <source>Provisional guardianship</source>
        <translation>Voorlopige voogdij</translation>
    </message>
    <message>
        <source>Youth probation, mandatory</source>
        <translation>Jeugdreclassering, gedwongen</translation>
    </message>
    <message>
        <source>Youth probation, voluntary</source>
        <translation>Jeugdreclassering, vrijwillig</translation>
    </message>
    <message>
        <source>Intensive guidance (ITB)</source>
        <translation>ITB Harde Kern of CRIEM</translation>
    </message>
    <message>
        <source>Behaviour order</source>
        <translation>Gedragsbeïnvloedende maatregel</translation>
    </message>
    <message>
        <source>Preventive guidance</source>
        <translation>Drang of preventief</translation>
    </message>
    <message>
        <source>PmG Kansrijk</source>
        <translation>PmG Kansrijk</translation>
    </message>
    <message>
        <source>PmG Straatkracht</source>
        <translation>PmG Straatkracht</translation>
    </message>
    <message>
        <source>Aftercare</source>
        <translation>Nazorg</translation>
    </message>
</context>
<context>
    <name>MeasureTypesShort</name>
    <message>
        <source>SO</source>
        <translation>OTS</translation>
    </message>
    <message>
        <source>Prov. SO</source>
        <translation>VOTS</translation>
    </message>
    <message>
        <source>Guardianship</source>
        <translation>voogdij</translation>
    </message>
    <message>
        <source>Prov. guardianship</source>
        <translation>voorl. voogdij</translation>
    </message>
    <message>
        <source>Probation</source>
        <translation>JR</translation>
    </message>
    <message>
        <source>Probation vol.</source>
        <translation>JR vrijwillig</translation>
    </message>
    <message>
        <source>ITB</source>
        <translation>ITB</translation>
    </message>
    <message>
        <source>Behaviour order</source>
        <translation>GBM</translation>
    </message>
    <message>
        <source>Preventive</source>
        <translation>preventief</translation>
    </message>
    <message>
        <source>Kansrijk</source>
        <translation>Kansrijk</translation>
    </message>
    <message>
        <source>Straatkracht</source>
        <translation>Straatkracht</translation>
    </message>
    <message>
        <source>Aftercare</source>
        <translation>nazorg</translation>
    </message>
</context>
<context>
    <name>MeetingView</name>
    <message>
        <source>Meeting: one case at a time</source>
        <translation>Overleg: één zaak tegelijk</translation>
    </message>
    <message>
        <source>Minutes of this case</source>
        <translation>Notulen van deze zaak</translation>
    </message>
    <message>
        <source>Agreed (Enter)</source>
        <translation>Akkoord (Enter)</translation>
    </message>
    <message>
        <source>Park (K)</source>
        <translation>Parkeren (K)</translation>
    </message>
    <message>
        <source>Back to the panes (Esc)</source>
        <translation>Overleg sluiten (Esc)</translation>
    </message>
    <message>
        <source>The case before</source>
        <translation>De vorige zaak</translation>
    </message>
    <message>
        <source>The next case</source>
        <translation>De volgende zaak</translation>
    </message>
    <message>
        <source>Minutes (Tab)</source>
        <translation>Notulen (Tab)</translation>
    </message>
    <message>
        <source>Take up again (K)</source>
        <translation>Weer oppakken (K)</translation>
    </message>
    <message>
        <source>Case %1 of %2 · %3 agreed · %4 parked</source>
        <translation>Zaak %1 van %2 · %3 akkoord · %4 geparkeerd</translation>
    </message>
    <message>
        <source>Every case was talked about: Ctrl+Enter decides.</source>
        <translation>Alle zaken zijn besproken: met Ctrl+Enter stel je vast.</translation>
    </message>
    <message>
        <source>Who becomes first contact? (1-3)</source>
        <translation>Wie wordt eerste contactpersoon? (1-3)</translation>
    </message>
    <message>
        <source>Or rather (1-3)</source>
        <translation>Of liever (1-3)</translation>
    </message>
    <message>
        <source>Who becomes second contact? (1-3)</source>
        <translation>Wie wordt tweede contactpersoon? (1-3)</translation>
    </message>
    <message>
        <source>Nobody has this case yet. Choose somebody (1-3) or park it (K).</source>
        <translation>Niemand heeft deze zaak nog. Kies iemand (1-3) of parkeer de zaak (K).</translation>
    </message>
    <message>
        <source>This case asks a second contact. Choose one (1-3).</source>
        <translation>Deze zaak vraagt een tweede contactpersoon. Kies iemand (1-3).</translation>
    </message>
    <message>
        <source>A fixed rule keeps this case from there.</source>
        <translation>Een vaste regel staat dit niet toe.</translation>
    </message>
</context>
<context>
    <name>Minutes</name>
    <message>
        <source>Put off: nobody has this case yet.</source>
        <translation>Uitgesteld: niemand heeft deze zaak nog.</translation>
    </message>
    <message>
        <source>For %1 “%2” is set aside: %3.</source>
        <translation>Voor %1 wordt afgeweken van “%2”: %3.</translation>
    </message>
    <message>
        <source>To %1.</source>
        <translation>Naar %1.</translation>
    </message>
    <message>
        <source>To %1, as proposed.</source>
        <translation>Naar %1, zoals voorgesteld.</translation>
    </message>
    <message>
        <source>To %1 instead of %2.</source>
        <translation>Naar %1 in plaats van %2.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> en </translation>
    </message>
</context>
<context>
    <name>NormButton</name>
    <message>
        <source>Norm of %1: %2 funded · %3 working · %4 ceiling</source>
        <translation>Norm van %1: %2 gefinancierd · %3 werknorm · %4 plafond</translation>
    </message>
    <message>
        <source>Norm %2 · %3 · %4</source>
        <translation>Norm %2 · %3 · %4</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
</context>
<context>
    <name>NormCard</name>
    <message>
        <source>Norm in force since %1</source>
        <translation>Norm die geldt sinds %1</translation>
    </message>
    <message>
        <source>Points a case: 1.00 is a supervision order in its second year, at home, with nothing extra.</source>
        <translation>Punten per zaak: 1.00 is een OTS in het tweede jaar, thuis, zonder iets extra.</translation>
    </message>
    <message>
        <source>Provisional weights, to be calibrated.</source>
        <translation>Voorlopige gewichten, nog te kalibreren.</translation>
    </message>
    <message>
        <source>This file holds %1 norms; the date of reference chooses between them.</source>
        <translation>Dit bestand kent %1 normen; de peildatum bepaalt welke geldt.</translation>
    </message>
    <message>
        <source>Funded: points per contracted fte, for a team or a region.</source>
        <translation>Gefinancierd: punten per contract-fte, voor een team of regio.</translation>
    </message>
    <message>
        <source>Working norm: points per fte that is really there, for a person.</source>
        <translation>Werknorm: punten per fte die er echt is, voor één persoon.</translation>
    </message>
    <message>
        <source>Ceiling: above it only with a reason that is written down.</source>
        <translation>Plafond: daarboven alleen met een reden die wordt opgeschreven.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Drawn by hand</source>
        <translation>Zelf verdeeld</translation>
    </message>
    <message>
        <source>No proposal yet: press F5.</source>
        <translation>Nog geen voorstel: druk op F5.</translation>
    </message>
    <message>
        <source>Changed after the proposal</source>
        <translation>Aangepast na het voorstel</translation>
    </message>
    <message>
        <source>Made for %1: press F5 for %2</source>
        <translation>Gemaakt voor %1: druk F5 voor %2</translation>
    </message>
    <message>
        <source>Proven: it cannot be better</source>
        <translation>Bewezen: beter kan niet</translation>
    </message>
    <message>
        <source>Best found in the time there was</source>
        <translation>Het beste dat in de tijd is gevonden</translation>
    </message>
    <message>
        <source>Stopped: the best until then</source>
        <translation>Gestopt: het beste tot dan</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>Set a rule aside</source>
        <translation>Afwijken van een regel</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 naar %2</translation>
    </message>
    <message>
        <source>Why is it right here? The reason goes into the decision list.</source>
        <translation>Waarom is dat hier goed? De reden komt in de besluitenlijst.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Place all the same</source>
        <translation>Toch plaatsen</translation>
    </message>
</context>
<context>
    <name>PageDialogs</name>
    <message>
        <source>Something changed meanwhile</source>
        <translation>Er is intussen iets veranderd</translation>
    </message>
    <message>
        <source>The cases or the people changed since this draft was made. Nothing was decided.</source>
        <translation>De zaken of de mensen zijn veranderd sinds deze verdeling werd gemaakt. Er is niets vastgesteld.</translation>
    </message>
    <message>
        <source>Propose again</source>
        <translation>Nieuw voorstel</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>Eerst kijken</translation>
    </message>
    <message>
        <source>Withdrawn: the cases of %1 wait again.</source>
        <translation>Ingetrokken: de zaken van %1 wachten weer.</translation>
    </message>
    <message>
        <source>decision list %1</source>
        <translation>besluitenlijst %1</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the decision list</source>
        <translation>Besluitenlijst opslaan</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>More of the distribution</source>
        <translation>Meer voor de verdeling</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Caseload</source>
        <translation>Caseload</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verdeling</translation>
    </message>
    <message>
        <source>Staffing</source>
        <translation>Formatie</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Ondersteuners</translation>
    </message>
    <message>
        <source>Team D</source>
        <translation>Team D</translation>
    </message>
</context>
<context>
    <name>PeoplePane</name>
    <message>
        <source>Name, team or 1-9</source>
        <translation>Naam, team of 1-9</translation>
    </message>
    <message>
        <source>Choose somebody: type a name, or a figure from the list</source>
        <translation>Kies iemand: typ een naam, of een cijfer uit de lijst</translation>
    </message>
    <message>
        <source>Enter gives the case to the first in the list. A name finds everybody.</source>
        <translation>Enter geeft de zaak aan de eerste in de lijst. Een naam vindt iedereen.</translation>
    </message>
    <message>
        <source>Most room</source>
        <translation>Meeste ruimte</translation>
    </message>
    <message>
        <source>Fits best</source>
        <translation>Past het best</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>By room, or by what the case costs: known face, norm, distance, evenness</source>
        <translation>Op ruimte, of op wat de zaak kost: bekend gezicht, norm, afstand, gelijke verdeling</translation>
    </message>
    <message>
        <source>1st contact</source>
        <translation>1e contact</translation>
    </message>
    <message>
        <source>2nd contact</source>
        <translation>2e contact</translation>
    </message>
    <message>
        <source>%1: %2. Let go to give your reason.</source>
        <translation>%1: %2. Laat los en geef je reden.</translation>
    </message>
    <message>
        <source>Let go: %1 becomes second contact.</source>
        <translation>Loslaten: %1 wordt tweede contactpersoon.</translation>
    </message>
    <message>
        <source>Let go: the case goes to %1.</source>
        <translation>Loslaten: de zaak gaat naar %1.</translation>
    </message>
    <message>
        <source>%1 cannot: %2. Nobody may set this rule aside (%3).</source>
        <translation>%1 kan niet: %2. Van deze regel mag niemand afwijken (%3).</translation>
    </message>
    <message>
        <source>%1 stays pinned: you set a rule aside for it. Take it off with U to undo that.</source>
        <translation>%1 blijft vast: je week hiervoor van een regel af. Haal de zaak eraf met U om dat terug te draaien.</translation>
    </message>
    <message>
        <source>Only a look: %1 would have the case. Space ends it.</source>
        <translation>Alleen kijken: %1 zou de zaak krijgen. Met de spatiebalk stop je.</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message>
        <source>Plans</source>
        <translation>Plannen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Vaststellen…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Intrekken…</translation>
    </message>
    <message>
        <source>PDF for the meeting…</source>
        <translation>PDF voor het overleg…</translation>
    </message>
    <message>
        <source>Excel, week by week…</source>
        <translation>Excel, per week…</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>There is no other plan yet. Plan again to have one to compare with.</source>
        <translation>Er is nog geen ander plan. Plan opnieuw om te kunnen vergelijken.</translation>
    </message>
    <message>
        <source>This plan hands nothing over.</source>
        <translation>Dit plan heeft geen overdrachten.</translation>
    </message>
    <message>
        <source>Its handovers then come up in the weekly distributions</source>
        <translation>De overdrachten komen dan terug in de wekelijkse verdeling</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Who takes over, week by week</source>
        <translation>Wie overneemt, week na week</translation>
    </message>
    <message>
        <source>Handovers, week by week</source>
        <translation>Overdrachten, week na week</translation>
    </message>
    <message>
        <source>Cases that find nobody</source>
        <translation>Zaken die nog niemand overneemt</translation>
    </message>
    <message>
        <source>Cases that run out</source>
        <translation>Zaken die vanzelf aflopen</translation>
    </message>
    <message>
        <source>Otherwise than agreed</source>
        <translation>Anders dan afgesproken</translation>
    </message>
    <message>
        <source>Week by week (%1)</source>
        <translation>Per week (%1)</translation>
    </message>
    <message>
        <source>Left over (%1)</source>
        <translation>Nog niemand (%1)</translation>
    </message>
    <message>
        <source>Run out (%1)</source>
        <translation>Loopt af (%1)</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>Anders (%1)</translation>
    </message>
</context>
<context>
    <name>Positions</name>
    <message>
        <source>first</source>
        <translation>eerste</translation>
    </message>
    <message>
        <source>second</source>
        <translation>tweede</translation>
    </message>
    <message>
        <source>takes over</source>
        <translation>neemt over</translation>
    </message>
</context>
<context>
    <name>ProblemTableModel</name>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Wat er mis is</translation>
    </message>
    <message>
        <source>What would be right</source>
        <translation>Wat wel goed zou zijn</translation>
    </message>
</context>
<context>
    <name>ProfileChooser</name>
    <message>
        <source>What a proposal strives for first</source>
        <translation>Waar een voorstel het eerst naar streeft</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Balance</source>
        <translation>Evenwicht</translation>
    </message>
    <message>
        <source>Familiar face</source>
        <translation>Bekend gezicht</translation>
    </message>
    <message>
        <source>Close by first</source>
        <translation>Dichtbij</translation>
    </message>
    <message>
        <source>Whole region</source>
        <translation>Regiobreed</translation>
    </message>
</context>
<context>
    <name>ProfilesExplained</name>
    <message>
        <source>First nobody above the norm, then close by, then the same share for everybody.</source>
        <translation>Eerst niemand boven de norm, dan dichtbij, dan voor iedereen een gelijk deel.</translation>
    </message>
    <message>
        <source>Rather a second contact whom the family knows, or a duo that exists, than close by.</source>
        <translation>Liever een tweede die het gezin kent, of een bestaand duo, dan dichtbij.</translation>
    </message>
    <message>
        <source>The own team and location go before spreading new work and making wanted duos.</source>
        <translation>Het eigen team en de eigen locatie gaan vóór het spreiden van nieuw werk en gewenste duo&apos;s.</translation>
    </message>
    <message>
        <source>The same share for everybody in the region goes before close by.</source>
        <translation>Gelijk verdelen over de hele regio gaat vóór dichtbij.</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>On this day nobody of them carries anything</source>
        <translation>Op deze dag heeft niemand van hen nog zaken</translation>
    </message>
    <message>
        <source>New cases until</source>
        <translation>Nieuwe zaken t/m</translation>
    </message>
    <message>
        <source>Last day of new cases</source>
        <translation>Laatste dag van nieuwe zaken</translation>
    </message>
    <message>
        <source>Up to and including this day they still get new cases</source>
        <translation>Tot en met deze dag krijgen zij nog nieuwe zaken</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>Plan maken</translation>
    </message>
    <message>
        <source>When can it be nil?</source>
        <translation>Wanneer kan het?</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Stop en houd het beste</translation>
    </message>
    <message>
        <source>In even steps, month by month</source>
        <translation>In gelijke stappen, per maand</translation>
    </message>
    <message>
        <source>Draw the curve…</source>
        <translation>Trap tekenen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln weeks of walking along</source>
        <translation>
            <numerusform>%Ln week meelopen</numerusform>
            <numerusform>%Ln weken meelopen</numerusform>
        </translation>
    </message>
    <message>
        <source>How far the plan is</source>
        <translation>Hoe ver het plan is</translation>
    </message>
    <message>
        <source>Who hands over: team D, or anybody who leaves or is away for long</source>
        <translation>Wie overdraagt: team D, of wie vertrekt of langdurig afwezig is</translation>
    </message>
    <message>
        <source>Not ticked: nothing new goes to them once the plan is accepted</source>
        <translation>Niet aangevinkt: na het vaststellen gaat er niets nieuws meer naar hen</translation>
    </message>
    <message>
        <source>Nil on</source>
        <translation>Nihil op</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>The earliest date, and what stands in the way</source>
        <translation>De vroegste datum, en wat er in de weg staat</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Opnieuw plannen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Who: %1</source>
        <translation>Wie: %1</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Show the names of the pages</source>
        <translation>Toon de namen van de pagina&apos;s</translation>
    </message>
    <message>
        <source>Show icons only</source>
        <translation>Toon alleen pictogrammen</translation>
    </message>
</context>
<context>
    <name>ReadyScenarios</name>
    <message>
        <source>No support workers</source>
        <translation>Geen ondersteuners</translation>
    </message>
    <message>
        <source>Support workers 6.4 fte</source>
        <translation>Ondersteuners 6,4 fte</translation>
    </message>
    <message>
        <source>Support workers 12 fte</source>
        <translation>Ondersteuners 12 fte</translation>
    </message>
    <message>
        <source>Team D to nil in 6 months</source>
        <translation>Team D naar nihil in 6 maanden</translation>
    </message>
    <message>
        <source>Team D to nil in 12 months</source>
        <translation>Team D naar nihil in 12 maanden</translation>
    </message>
    <message>
        <source>Norm to 12.0</source>
        <translation>Norm naar 12,0</translation>
    </message>
    <message>
        <source>Norm to 14.0</source>
        <translation>Norm naar 14,0</translation>
    </message>
    <message>
        <source>Absence to 5 %</source>
        <translation>Verzuim naar 5 %</translation>
    </message>
    <message>
        <source>Inflow + 15 %</source>
        <translation>Instroom + 15 %</translation>
    </message>
    <message>
        <source>Six starters in Zuid</source>
        <translation>Zes starters in Zuid</translation>
    </message>
    <message>
        <source>PmG and youth probation grow</source>
        <translation>PmG en jeugdreclassering groeien</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Uitgangspunt</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>You pinned %1 here yourself.</source>
        <translation>Je hebt %1 hier zelf vastgezet.</translation>
    </message>
    <message>
        <source>%1 is the only one who may take this case.</source>
        <translation>%1 is de enige die deze zaak mag krijgen.</translation>
    </message>
    <message>
        <source>The family knows %1 already.</source>
        <translation>Het gezin kent %1 al.</translation>
    </message>
    <message>
        <source>The family knows %1, but that way the distribution as a whole became worse.</source>
        <translation>Het gezin kent %1, maar dan werd de verdeling als geheel slechter.</translation>
    </message>
    <message>
        <source>The family knows %1, but a rule keeps this case from there.</source>
        <translation>Het gezin kent %1, maar door een regel kan deze zaak daar niet heen.</translation>
    </message>
    <message>
        <source>Together with %1 of the same family.</source>
        <translation>Samen met %1 van hetzelfde gezin.</translation>
    </message>
    <message>
        <source>%1 is trained for youth probation.</source>
        <translation>%1 is geschoold voor jeugdreclassering.</translation>
    </message>
    <message>
        <source>%1 is trained for PmG.</source>
        <translation>%1 is geschoold voor PmG.</translation>
    </message>
    <message>
        <source>%1 is in the Schotten team.</source>
        <translation>%1 zit in het Schottenteam.</translation>
    </message>
    <message>
        <source>Both contacts are SNS-trained.</source>
        <translation>Beide contactpersonen zijn SNS-geschoold.</translation>
    </message>
    <message>
        <source>SNS is wanted, but this is no SNS-trained duo.</source>
        <translation>SNS is gewenst, maar dit is geen SNS-geschoold duo.</translation>
    </message>
    <message>
        <source>%1 goes from %2 to %3 and stays within the working norm.</source>
        <translation>%1 gaat van %2 naar %3 en blijft binnen de werknorm.</translation>
    </message>
    <message>
        <source>%1 goes from %2 to %3, above the working norm of %4 points.</source>
        <translation>%1 gaat van %2 naar %3, boven de werknorm van %4 punten.</translation>
    </message>
    <message>
        <source>%1 has most room of the %2 people who may take it.</source>
        <translation>%1 heeft de meeste ruimte van de %2 mensen die mogen.</translation>
    </message>
    <message>
        <source>By room %1 is number %2 of the %3 people who may take it.</source>
        <translation>Naar ruimte is %1 nummer %2 van de %3 mensen die mogen.</translation>
    </message>
    <message>
        <source>%1 is in the team of this case.</source>
        <translation>%1 zit in het team van deze zaak.</translation>
    </message>
    <message>
        <source>%1 is in another team at the same location.</source>
        <translation>%1 zit in een ander team op dezelfde locatie.</translation>
    </message>
    <message>
        <source>%1 works at another location of the region.</source>
        <translation>%1 werkt op een andere locatie in de regio.</translation>
    </message>
    <message>
        <source>%1 works in another region: that region has to agree.</source>
        <translation>%1 werkt in een andere regio: die regio moet ermee instemmen.</translation>
    </message>
    <message>
        <source>%1 is second contact of this family already.</source>
        <translation>%1 is al tweede contactpersoon van dit gezin.</translation>
    </message>
    <message>
        <source>The two have been a duo before.</source>
        <translation>Deze twee zijn al een duo.</translation>
    </message>
    <message>
        <source>The two are a new duo.</source>
        <translation>Deze twee zijn een nieuw duo.</translation>
    </message>
    <message>
        <source>A duo was wanted, but it is one person now.</source>
        <translation>Een duo was gewenst, maar het is nu één persoon.</translation>
    </message>
</context>
<context>
    <name>ReasonsSection</name>
    <message>
        <source>Still without a reason (%1)</source>
        <translation>Nog zonder reden (%1)</translation>
    </message>
    <message>
        <source>Say why the rule may be set aside here. The reason goes into the decision list.</source>
        <translation>Schrijf op waarom de regel hier opzij mag. De reden komt in de besluitenlijst.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Reden: %1</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>What comes in the place of %1?</source>
        <translation>Wat komt er in de plaats van %1?</translation>
    </message>
    <message>
        <source>What is in it now is kept beside it, and stands in this list afterwards.</source>
        <translation>Wat er nu in staat, wordt ernaast bewaard en staat daarna in deze lijst.</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Ander bestand…</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Back-up terugzetten</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Wat het is</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>There is no backup beside %1. Choose one in another place, such as a stick.</source>
        <translation>Naast %1 staat geen back-up. Kies er een op een andere plek, bijvoorbeeld op een stick.</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>back-up</translation>
    </message>
    <message>
        <source>what was there before</source>
        <translation>wat er eerder stond</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 people, %2 cases</source>
        <translation>%1 mensen, %2 zaken</translation>
    </message>
    <message>
        <source>Choose what comes back first.</source>
        <translation>Kies eerst wat er terugkomt.</translation>
    </message>
    <message>
        <source>Nothing was changed since this backup.</source>
        <translation>Sinds deze back-up is er niets veranderd.</translation>
    </message>
    <message numerus="yes">
        <source>Changed %Ln times since this backup. That does not come along.</source>
        <translation>
            <numerusform>Sinds deze back-up is er %Ln keer iets veranderd. Dat komt niet mee.</numerusform>
            <numerusform>Sinds deze back-up is er %Ln keer iets veranderd. Dat komt niet mee.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was decided after this moment does not come along.</source>
        <translation>Wat na dat moment is besloten, komt niet mee.</translation>
    </message>
    <message>
        <source>Which backup?</source>
        <translation>Welke back-up?</translation>
    </message>
    <message>
        <source>Caseload Planner files (*.sqlite *.db)</source>
        <translation>Caseload Planner-bestanden (*.sqlite *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Junior</source>
        <translation>Junior</translation>
    </message>
    <message>
        <source>Career changer</source>
        <translation>Zij-instromer</translation>
    </message>
    <message>
        <source>Youth protection</source>
        <translation>Jeugdzorgwerker</translation>
    </message>
    <message>
        <source>Youth probation</source>
        <translation>Jeugdreclasseerder</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Ondersteunend JB’er</translation>
    </message>
    <message>
        <source>Support worker</source>
        <translation>Ondersteuner</translation>
    </message>
    <message>
        <source>Behavioural scientist</source>
        <translation>Gedragswetenschapper</translation>
    </message>
    <message>
        <source>Team leader</source>
        <translation>Teamleider</translation>
    </message>
</context>
<context>
    <name>RuleSources</name>
    <message>
        <source>provisional, to be calibrated</source>
        <translation>voorlopig, te kalibreren</translation>
    </message>
    <message>
        <source>recorded agreement</source>
        <translation>vastgelegde afspraak</translation>
    </message>
    <message>
        <source>your own choice</source>
        <translation>je eigen keuze</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Every case gets one first contact</source>
        <translation>Elke zaak krijgt één eerste contactpersoon</translation>
    </message>
    <message>
        <source>A duo is two different people</source>
        <translation>Een duo is twee verschillende mensen</translation>
    </message>
    <message>
        <source>The first contact is SKJ-registered</source>
        <translation>De eerste contactpersoon is SKJ-geregistreerd</translation>
    </message>
    <message>
        <source>The first contact is trained for this work</source>
        <translation>De eerste contactpersoon is hiervoor geschoold</translation>
    </message>
    <message>
        <source>SNS asks two SNS-trained contacts</source>
        <translation>SNS vraagt twee SNS-geschoolde mensen</translation>
    </message>
    <message>
        <source>A Schotten case goes to the Schotten team</source>
        <translation>Een Schottenzaak gaat naar het Schottenteam</translation>
    </message>
    <message>
        <source>Who takes a case is there</source>
        <translation>Wie een zaak krijgt is er ook</translation>
    </message>
    <message>
        <source>Nobody goes above the ceiling</source>
        <translation>Niemand komt boven het plafond</translation>
    </message>
    <message>
        <source>Who leaves starts nothing new</source>
        <translation>Wie vertrekt begint niets nieuws</translation>
    </message>
    <message>
        <source>A family is helped from its own region</source>
        <translation>Een gezin wordt geholpen vanuit de eigen regio</translation>
    </message>
    <message>
        <source>Agreements hold</source>
        <translation>Afspraken gelden</translation>
    </message>
    <message>
        <source>Running cases stay where they are</source>
        <translation>Lopende zaken blijven waar ze zijn</translation>
    </message>
    <message>
        <source>Two starters are no duo</source>
        <translation>Twee starters vormen geen duo</translation>
    </message>
</context>
<context>
    <name>ScopeChooser</name>
    <message>
        <source>Choose a region, location or team (Alt+T)</source>
        <translation>Kies een regio, locatie of team (Alt+T)</translation>
    </message>
    <message>
        <source>Whole organisation</source>
        <translation>Hele organisatie</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>Getoond: %1</translation>
    </message>
</context>
<context>
    <name>Score</name>
    <message>
        <source>draft %1</source>
        <translation>concept %1</translation>
    </message>
    <message>
        <source>proposal %1</source>
        <translation>voorstel %1</translation>
    </message>
</context>
<context>
    <name>ScoreStrip</name>
    <message>
        <source>If you do this</source>
        <translation>Als je dit doet</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Concept</translation>
    </message>
</context>
<context>
    <name>SearchUnderWay</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Placing every case</source>
        <translation>Alle zaken een plek geven</translation>
    </message>
    <message>
        <source>Keeping known faces</source>
        <translation>Bekende gezichten houden</translation>
    </message>
    <message>
        <source>Staying within the working norm</source>
        <translation>Binnen de werknorm blijven</translation>
    </message>
    <message>
        <source>Spreading new work</source>
        <translation>Nieuw werk spreiden</translation>
    </message>
    <message>
        <source>Making wanted duos</source>
        <translation>Gewenste duo&apos;s maken</translation>
    </message>
    <message>
        <source>Staying close by</source>
        <translation>Dichtbij blijven</translation>
    </message>
    <message>
        <source>Spreading evenly</source>
        <translation>Gelijk verdelen</translation>
    </message>
    <message>
        <source>Keeping duos together</source>
        <translation>Duo&apos;s bij elkaar houden</translation>
    </message>
    <message>
        <source>Meeting wishes</source>
        <translation>Wensen vervullen</translation>
    </message>
    <message>
        <source>Changing little</source>
        <translation>Weinig veranderen</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>Load per contracted fte</source>
        <translation>Belasting per contract-fte</translation>
    </message>
    <message>
        <source>Load per deployable fte</source>
        <translation>Belasting per inzetbare fte</translation>
    </message>
    <message>
        <source>Load in points</source>
        <translation>Belasting in punten</translation>
    </message>
    <message>
        <source>Running measures</source>
        <translation>Lopende maatregelen</translation>
    </message>
    <message>
        <source>Contracted fte</source>
        <translation>Contract-fte</translation>
    </message>
    <message>
        <source>Deployable fte</source>
        <translation>Inzetbare fte</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wachtend</translation>
    </message>
    <message>
        <source>Team D in fte</source>
        <translation>Team D in fte</translation>
    </message>
    <message>
        <source>Assistants in fte</source>
        <translation>Ondersteunend jeugdbeschermers in fte</translation>
    </message>
    <message>
        <source>Relief in fte</source>
        <translation>Verlichting in fte</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>text hidden in presentation</source>
        <translation>tekst verborgen in presentatie</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Fill in what is asked first.</source>
        <translation>Vul eerst in wat er gevraagd wordt.</translation>
    </message>
</context>
<context>
    <name>Sharings</name>
    <message>
        <source>family</source>
        <translation>gezin</translation>
    </message>
    <message>
        <source>same child</source>
        <translation>samenloop</translation>
    </message>
</context>
<context>
    <name>ShelfPane</name>
    <message>
        <source>Scenarios</source>
        <translation>Scenario’s</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>Nieuw scenario</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Andere naam…</translation>
    </message>
    <message>
        <source>Save as file (TOML)…</source>
        <translation>Opslaan als bestand (TOML)…</translation>
    </message>
    <message>
        <source>Read from file (TOML)…</source>
        <translation>Lezen uit bestand (TOML)…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Frozen: with its figures, as it was.</source>
        <translation>Ligt vast: met de cijfers van toen.</translation>
    </message>
    <message>
        <source>What others are compared with.</source>
        <translation>Hiermee worden andere vergeleken.</translation>
    </message>
    <message>
        <source>The base changes with you; copy it first.</source>
        <translation>Het uitgangspunt verandert mee; kopieer het eerst.</translation>
    </message>
    <message>
        <source>It was stopped halfway; let it run to the end first.</source>
        <translation>Het rekenen is onderweg gestopt; laat het eerst helemaal doorrekenen.</translation>
    </message>
    <message>
        <source>Keep this scenario with its figures, as it is now.</source>
        <translation>Dit scenario met zijn cijfers bewaren zoals het nu is.</translation>
    </message>
    <message>
        <source>A new scenario that begins as this one.</source>
        <translation>Een nieuw scenario dat als dit begint.</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Naam van het scenario</translation>
    </message>
    <message>
        <source>Save scenario</source>
        <translation>Scenario opslaan</translation>
    </message>
    <message>
        <source>Scenarios (*.toml)</source>
        <translation>Scenario’s (*.toml)</translation>
    </message>
    <message>
        <source>Read scenario</source>
        <translation>Scenario lezen</translation>
    </message>
    <message>
        <source>Computing cluster…</source>
        <translation>Rekencluster…</translation>
    </message>
</context>
<context>
    <name>Shortage</name>
    <message>
        <source>1 case waits: %1.</source>
        <translation>1 zaak wacht: %1.</translation>
    </message>
    <message>
        <source>%2 cases wait: %1.</source>
        <translation>%2 zaken wachten: %1.</translation>
    </message>
    <message>
        <source>The longest waits %1 days.</source>
        <translation>De langste wacht %1 dagen.</translation>
    </message>
    <message>
        <source>The longest waits 1 day.</source>
        <translation>De langste wacht 1 dag.</translation>
    </message>
    <message>
        <source>Together %1 points: that takes %2 fte more at the working norm.</source>
        <translation>Samen %1 punten: daarvoor is op de werknorm %2 fte meer nodig.</translation>
    </message>
    <message>
        <source>1 case</source>
        <translation>1 zaak</translation>
    </message>
    <message>
        <source>%1 cases</source>
        <translation>%1 zaken</translation>
    </message>
    <message>
        <source>%1 of them wait longer than 7 days: the norm for assigning is broken.</source>
        <translation>%1 daarvan wachten langer dan 7 dagen: de norm voor toewijzen is gebroken.</translation>
    </message>
    <message>
        <source>1 of them waits longer than 7 days: the norm for assigning is broken.</source>
        <translation>1 daarvan wacht langer dan 7 dagen: de norm voor toewijzen is gebroken.</translation>
    </message>
    <message>
        <source>None of them waits longer than 7 days yet.</source>
        <translation>Nog geen daarvan wacht langer dan 7 dagen.</translation>
    </message>
    <message>
        <source>Working norm %1 and ceiling %2 points for each deployable fte.</source>
        <translation>Werknorm %1 en plafond %2 punten per inzetbare fte.</translation>
    </message>
    <message>
        <source>As things go now there is no room for them within 26 weeks.</source>
        <translation>Zoals het nu loopt komt er binnen 26 weken geen ruimte voor.</translation>
    </message>
    <message>
        <source>As things go now there is room for them in 1 week.</source>
        <translation>Zoals het nu loopt is er over 1 week ruimte voor.</translation>
    </message>
    <message>
        <source>As things go now there is room for them in %1 weeks.</source>
        <translation>Zoals het nu loopt is er over %1 weken ruimte voor.</translation>
    </message>
</context>
<context>
    <name>ShortageDialog</name>
    <message>
        <source>Not safe to distribute</source>
        <translation>Niet veilig te verdelen</translation>
    </message>
    <message>
        <source>A GI keeps no waiting list. These cases of %1 do not fit under the ceilings and rules: who takes them, and with what limit, is for the leaders of the region together.</source>
        <translation>Een GI heeft geen wachtlijst. Deze zaken van %1 passen niet binnen de plafonds en regels: wie ze neemt, en met welke grens, is aan de teamleiders van de regio samen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Wordt uitgerekend…</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Tekort</translation>
    </message>
    <message>
        <source>Demand as first</source>
        <translation>Vraag als eerste</translation>
    </message>
    <message>
        <source>Who may</source>
        <translation>Wie mag</translation>
    </message>
    <message>
        <source>room enough</source>
        <translation>genoeg ruimte</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Bewaren als PDF…</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Ask other regions for help</source>
        <translation>Andere regio&apos;s om hulp vragen</translation>
    </message>
    <message>
        <source>Proposes people of other regions for these cases only. Each of them asks a reason.</source>
        <translation>Stelt alleen voor deze zaken mensen van een andere regio voor. Voor ieder van hen is een reden nodig.</translation>
    </message>
    <message>
        <source>Other regions were asked already, or there is only one region.</source>
        <translation>Andere regio&apos;s zijn al gevraagd, of er is maar één regio.</translation>
    </message>
</context>
<context>
    <name>Sizing</name>
    <message>
        <source>enough</source>
        <translation>genoeg</translation>
    </message>
    <message>
        <source>people hired</source>
        <translation>mensen erbij</translation>
    </message>
    <message>
        <source>Stopped before there was an answer.</source>
        <translation>Gestopt voordat er een antwoord was.</translation>
    </message>
    <message>
        <source>Even %1 people are not enough.</source>
        <translation>Zelfs %1 mensen zijn niet genoeg.</translation>
    </message>
    <message>
        <source>Nobody extra is needed: the norm holds in %1.</source>
        <translation>Er is niemand extra nodig: de norm wordt gehaald in %1.</translation>
    </message>
    <message>
        <source>%1 people (%2 fte) are needed; then the norm holds in %3.</source>
        <translation>Er zijn %1 mensen (%2 fte) nodig; dan wordt de norm gehaald in %3.</translation>
    </message>
    <message>
        <source>%1 people each quarter (%2 fte in all) are needed; then the norm holds in %3.</source>
        <translation>Er zijn elk kwartaal %1 mensen (samen %2 fte) nodig; dan wordt de norm gehaald in %3.</translation>
    </message>
    <message>
        <source>It does so from %1 on.</source>
        <translation>Dat is zo vanaf %1.</translation>
    </message>
</context>
<context>
    <name>SizingTab</name>
    <message>
        <source>Work out</source>
        <translation>Reken uit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>funded norm, per contracted fte</source>
        <translation>gefinancierde norm, per contract-fte</translation>
    </message>
    <message>
        <source>working norm, per deployable fte</source>
        <translation>werknorm, per inzetbare fte</translation>
    </message>
    <message>
        <source>all at once, now</source>
        <translation>nu, in één keer</translation>
    </message>
    <message>
        <source>some each quarter</source>
        <translation>elk kwartaal een aantal</translation>
    </message>
    <message>
        <source>starters</source>
        <translation>starters</translation>
    </message>
    <message>
        <source>experienced</source>
        <translation>ervaren</translation>
    </message>
    <message>
        <source>everywhere, by size</source>
        <translation>overal, naar grootte</translation>
    </message>
    <message>
        <source>Hold which norm</source>
        <translation>Welke norm halen</translation>
    </message>
    <message>
        <source>With which chance</source>
        <translation>Met welke kans</translation>
    </message>
    <message>
        <source>When do they come</source>
        <translation>Wanneer komen zij</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Fte each</source>
        <translation>Fte per persoon</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Wordt uitgerekend…</translation>
    </message>
    <message>
        <source>How many people are needed to hold the norm in the last half year of this scenario?</source>
        <translation>Hoeveel mensen zijn nodig om de norm te halen in het laatste half jaar van dit scenario?</translation>
    </message>
    <message>
        <source>Chance that the norm holds (in 100), by people hired</source>
        <translation>Kans dat de norm wordt gehaald (van 100), naar mensen erbij</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Kies een map…</translation>
    </message>
    <message>
        <source>Choose a workbook or CSV file…</source>
        <translation>Kies een werkmap of CSV-bestand…</translation>
    </message>
    <message>
        <source>What has to be in the files?</source>
        <translation>Wat moet er in de bestanden staan?</translation>
    </message>
    <message>
        <source>How do I write a mapping?</source>
        <translation>Hoe schrijf ik een koppeling?</translation>
    </message>
    <message>
        <source>You see first what would change; nothing is written until you agree.</source>
        <translation>Je ziet eerst wat er zou veranderen. Er wordt niets opgeslagen voordat je akkoord gaat.</translation>
    </message>
    <message>
        <source>What do you want to import?</source>
        <translation>Wat wil je importeren?</translation>
    </message>
    <message>
        <source>Read before</source>
        <translation>Eerder ingelezen</translation>
    </message>
    <message>
        <source>by mapping %1</source>
        <translation>met koppeling %1</translation>
    </message>
    <message>
        <source>The files or sheets that the mapping names</source>
        <translation>De bestanden of bladen die de koppeling noemt</translation>
    </message>
    <message>
        <source>It says which columns are read, and how dates, numbers and words in them are meant.</source>
        <translation>Zij zegt welke kolommen gelezen worden, en hoe datums, getallen en woorden daarin bedoeld zijn.</translation>
    </message>
    <message>
        <source>What it does not name stays as it is.</source>
        <translation>Wat zij niet noemt, blijft zoals het is.</translation>
    </message>
    <message>
        <source>What is wrong is told by the rows and columns of the export.</source>
        <translation>Wat niet klopt, staat bij de rijen en kolommen van de export.</translation>
    </message>
    <message>
        <source>A folder with these CSV files, or one workbook with these sheets</source>
        <translation>Een map met deze CSV-bestanden, of één werkmap met deze bladen</translation>
    </message>
    <message>
        <source>A file that is not there changes nothing.</source>
        <translation>Een bestand dat er niet bij zit, verandert niets.</translation>
    </message>
    <message>
        <source>teams with their location and region</source>
        <translation>teams met hun locatie en regio</translation>
    </message>
    <message>
        <source>people, their role, registration and training</source>
        <translation>mensen, hun rol, registratie en training</translation>
    </message>
    <message>
        <source>hours, from when until when</source>
        <translation>uren, van wanneer tot wanneer</translation>
    </message>
    <message>
        <source>leave: dates and share, never the reason</source>
        <translation>verlof: data en deel, nooit de reden</translation>
    </message>
    <message>
        <source>cases with their kind, family and dates</source>
        <translation>zaken met soort, gezin en data</translation>
    </message>
    <message>
        <source>who has which case</source>
        <translation>wie welke zaak heeft</translation>
    </message>
    <message>
        <source>who may not have which family</source>
        <translation>wie welk gezin niet mag hebben</translation>
    </message>
    <message>
        <source>support workers and their hours</source>
        <translation>ondersteuners en hun uren</translation>
    </message>
    <message>
        <source>a norm of your own, if you have one</source>
        <translation>een eigen norm, als je die hebt</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>demo: invented people</source>
        <translation>voorbeeld: verzonnen mensen</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Ongedaan maken: %1</translation>
    </message>
    <message>
        <source>Every step of this draft; click one to go back to it (Ctrl+H)</source>
        <translation>Elke stap van dit concept; klik er een aan om ernaar terug te gaan (Ctrl+H)</translation>
    </message>
    <message>
        <source>backup: %1</source>
        <translation>back-up: %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>There are no steps to undo.</source>
        <translation>Er zijn geen stappen om ongedaan te maken.</translation>
    </message>
    <message>
        <source>Steps of this draft</source>
        <translation>Stappen van dit concept</translation>
    </message>
    <message>
        <source>Beginning of the draft</source>
        <translation>Begin van het concept</translation>
    </message>
    <message>
        <source>Choose a step: everything after it is undone, and can be done again.</source>
        <translation>Kies een stap: alles daarna wordt teruggedraaid, en kan ook weer opnieuw.</translation>
    </message>
    <message>
        <source>presentation: names are hidden</source>
        <translation>presentatie: namen zijn verborgen</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 naar %2</translation>
    </message>
    <message>
        <source>%1 to %2 as second</source>
        <translation>%1 naar %2 als tweede</translation>
    </message>
    <message>
        <source>Take %1 off</source>
        <translation>%1 eraf halen</translation>
    </message>
    <message>
        <source>Take the second off %1</source>
        <translation>Tweede van %1 afhalen</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>%1 vastzetten</translation>
    </message>
    <message>
        <source>Let go of %1</source>
        <translation>%1 losmaken</translation>
    </message>
    <message>
        <source>Exclude %2 for %1</source>
        <translation>%2 uitsluiten voor %1</translation>
    </message>
    <message>
        <source>Allow %2 for %1</source>
        <translation>%2 weer toestaan voor %1</translation>
    </message>
    <message>
        <source>Let go of everything</source>
        <translation>Alles losmaken</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Voorstel</translation>
    </message>
    <message>
        <source>Take over %1</source>
        <translation>%1 overgenomen</translation>
    </message>
    <message>
        <source>%1 as in %2</source>
        <translation>%1 zoals in %2</translation>
    </message>
    <message>
        <source>Park %1</source>
        <translation>%1 parkeren</translation>
    </message>
    <message>
        <source>Take %1 up again</source>
        <translation>%1 weer oppakken</translation>
    </message>
    <message>
        <source>Minutes of %1</source>
        <translation>Notulen van %1</translation>
    </message>
    <message>
        <source>Proposal with help of other regions</source>
        <translation>Voorstel met hulp van andere regio&apos;s</translation>
    </message>
    <message>
        <source>Reasons for what is set aside</source>
        <translation>Redenen voor wat opzij gaat</translation>
    </message>
</context>
<context>
    <name>StepsDialog</name>
    <message>
        <source>The most that each carries, month by month</source>
        <translation>Hoeveel ieder hoogstens draagt, per maand</translation>
    </message>
    <message>
        <source>From the first of each month somebody carries no more points than this.</source>
        <translation>Vanaf de eerste van elke maand draagt iemand niet meer punten dan hier staat.</translation>
    </message>
    <message>
        <source>No curve</source>
        <translation>Geen trap</translation>
    </message>
    <message>
        <source>Take this curve</source>
        <translation>Deze trap gebruiken</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>Range: %1 to %2</source>
        <translation>Bandbreedte: %1 tot %2</translation>
    </message>
    <message>
        <source>%1 fte of support workers gives %2 fte of relief (%3 to %4): %5 points of work.</source>
        <translation>%1 fte ondersteuners geeft %2 fte verlichting (%3 tot %4): %5 punten werk.</translation>
    </message>
    <message>
        <source>That is relief beside the load: the caseload stays %1 points over %2 fte.</source>
        <translation>Dat is verlichting naast de belasting: de caseload blijft %1 punten over %2 fte.</translation>
    </message>
    <message>
        <source>With these figures support frees nothing.</source>
        <translation>Met deze cijfers geeft ondersteuning geen verlichting.</translation>
    </message>
    <message>
        <source>More frees nothing: the rest is above %1 fte.</source>
        <translation>Meer levert niets op: boven %1 fte komt er niets bij.</translation>
    </message>
    <message>
        <source>Another 0.1 fte frees %1 points; above %2 fte nothing more.</source>
        <translation>Nog 0,1 fte geeft %1 punten verlichting; boven %2 fte komt er niets meer bij.</translation>
    </message>
    <message>
        <source>There are no assistants now.</source>
        <translation>Er zijn nu geen ondersteunend jeugdbeschermers.</translation>
    </message>
    <message>
        <source>Of %1 assistants %2 are registered in a year (%3 to %4); they carry %5 fte then.</source>
        <translation>Van %1 ondersteunend jeugdbeschermers zijn er over een jaar %2 geregistreerd (%3 tot %4); zij dragen dan %5 fte.</translation>
    </message>
    <message>
        <source>1 fte support worker</source>
        <translation>1 fte ondersteuner</translation>
    </message>
    <message>
        <source>1 fte caseworker more</source>
        <translation>1 fte jeugdzorgwerker erbij</translation>
    </message>
    <message>
        <source>1 fte seconded (team D)</source>
        <translation>1 fte gedetacheerd (team D)</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 tot %3)</translation>
    </message>
    <message>
        <source>fill in</source>
        <translation>vul in</translation>
    </message>
    <message>
        <source>There are no teams here to support.</source>
        <translation>Er zijn hier geen teams om te ondersteunen.</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Fill in an example</source>
        <translation>Vul een voorbeeld in</translation>
    </message>
    <message>
        <source>Support workers in fte</source>
        <translation>Ondersteuners in fte</translation>
    </message>
    <message>
        <source> fte</source>
        <translation> fte</translation>
    </message>
    <message>
        <source>Support worker</source>
        <translation>Ondersteuner</translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation>Jeugdzorgwerker</translation>
    </message>
    <message>
        <source>Seconded</source>
        <translation>Gedetacheerde</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>niet ingevuld</translation>
    </message>
    <message>
        <source>Yearly cost of one fte: %1</source>
        <translation>Kosten per jaar van één fte: %1</translation>
    </message>
    <message>
        <source>Tasks that can move</source>
        <translation>Taken die over kunnen</translation>
    </message>
    <message>
        <source>Provisional figures, to be calibrated: change what you know better.</source>
        <translation>Voorlopige cijfers, te kalibreren: verander wat je beter weet.</translation>
    </message>
    <message>
        <source>Yearly cost of one fte</source>
        <translation>Kosten per jaar van één fte</translation>
    </message>
    <message>
        <source>Yours to fill in; nothing is assumed.</source>
        <translation>Die vul je zelf in; er is niets aangenomen.</translation>
    </message>
    <message>
        <source>From assistant to registered caseworker</source>
        <translation>Van ondersteunend naar geregistreerd jeugdbeschermer</translation>
    </message>
    <message>
        <source>17 of 37 were registered within a year at another organisation; the range follows from that.</source>
        <translation>Bij een andere organisatie waren 17 van de 37 binnen een jaar geregistreerd; de bandbreedte volgt daaruit.</translation>
    </message>
    <message>
        <source>Support workers (ondersteuners)</source>
        <translation>Ondersteuners</translation>
    </message>
    <message>
        <source>Relief in points, by fte of support workers</source>
        <translation>Verlichting in punten, naar fte ondersteuners</translation>
    </message>
    <message>
        <source>What a point costs, over two years</source>
        <translation>Wat een punt kost, over twee jaar</translation>
    </message>
    <message>
        <source>For people who come, empty weeks and onboarding count; for support, the weeks of learning.</source>
        <translation>Bij mensen die komen tellen lege weken en inwerken mee; bij ondersteuning de weken van wennen.</translation>
    </message>
    <message>
        <source>points a year</source>
        <translation>punten per jaar</translation>
    </message>
    <message>
        <source>cost a year</source>
        <translation>kosten per jaar</translation>
    </message>
    <message>
        <source>per point</source>
        <translation>per punt</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Wordt uitgerekend…</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>gevraagd</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>niets meer erbij</translation>
    </message>
    <message>
        <source>fte of support workers</source>
        <translation>fte ondersteuners</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Laag</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Waarschijnlijk</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoog</translation>
    </message>
</context>
<context>
    <name>SupportTasks</name>
    <message>
        <source>Filing</source>
        <translation>Dossiervorming</translation>
    </message>
    <message>
        <source>Planning appointments</source>
        <translation>Afspraken plannen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Verslagen</translation>
    </message>
    <message>
        <source>Requests and orders</source>
        <translation>Aanvragen</translation>
    </message>
    <message>
        <source>File access</source>
        <translation>Dossierinzage</translation>
    </message>
    <message>
        <source>Contact with partners</source>
        <translation>Contact met partners</translation>
    </message>
</context>
<context>
    <name>TableKeeper</name>
    <message numerus="yes">
        <source>Copied: %Ln rows.</source>
        <translation>
            <numerusform>%Ln rij gekopieerd.</numerusform>
            <numerusform>%Ln rijen gekopieerd.</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save what you see</source>
        <translation>Opslaan wat je ziet</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Opgeslagen: %1</translation>
    </message>
</context>
<context>
    <name>TableStack</name>
    <message>
        <source>Working out the caseload</source>
        <translation>De caseload wordt berekend</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Een ogenblik.</translation>
    </message>
    <message>
        <source>Nobody to show</source>
        <translation>Niemand om te tonen</translation>
    </message>
    <message>
        <source>No worker fits the search, the filter or the chosen team.</source>
        <translation>Geen medewerker past bij de zoekopdracht, het filter of het gekozen team.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Toon iedereen</translation>
    </message>
    <message>
        <source>This file is still empty</source>
        <translation>Dit bestand is nog leeg</translation>
    </message>
    <message>
        <source>Import the files of your organisation to begin.</source>
        <translation>Importeer de bestanden van je organisatie om te beginnen.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importeren…</translation>
    </message>
    <message>
        <source>The caseload could not be made</source>
        <translation>De caseload kon niet worden berekend</translation>
    </message>
    <message>
        <source>Nothing was lost. Try again.</source>
        <translation>Er is niets verloren. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
</context>
<context>
    <name>TasksTable</name>
    <message>
        <source>Task</source>
        <translation>Taak</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>per maand</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minuten</translation>
    </message>
    <message>
        <source>can move</source>
        <translation>kan over</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>gaat over</translation>
    </message>
    <message>
        <source>hours/week</source>
        <translation>uur/week</translation>
    </message>
    <message>
        <source>Low %1, likely %2, high %3</source>
        <translation>Laag %1, waarschijnlijk %2, hoog %3</translation>
    </message>
    <message>
        <source>Reached after %1 weeks.</source>
        <translation>Bereikt na %1 weken.</translation>
    </message>
</context>
<context>
    <name>TeamD</name>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Zaak</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Eindigt</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>Neemt over</translation>
    </message>
    <message>
        <source>%1 people carry %2 cases now, %3 points together.</source>
        <translation>%1 mensen dragen nu %2 zaken, samen %3 punten.</translation>
    </message>
    <message>
        <source>Hands over</source>
        <translation>Draagt over</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Zaken</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punten</translation>
    </message>
    <message>
        <source>In service until</source>
        <translation>In dienst tot en met</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Eind</translation>
    </message>
    <message>
        <source>as usual for its kind</source>
        <translation>zoals gewoonlijk</translation>
    </message>
    <message>
        <source>%1 takes %2: from %3 to %4 points, %5 weeks above the working norm</source>
        <translation>%1 krijgt er %2: van %3 naar %4 punten, %5 weken boven de werknorm</translation>
    </message>
    <message>
        <source>points</source>
        <translation>punten</translation>
    </message>
    <message>
        <source>steps agreed</source>
        <translation>afgesproken trap</translation>
    </message>
    <message>
        <source>1 case finds nobody</source>
        <translation>1 zaak vindt niemand</translation>
    </message>
    <message>
        <source>%1 cases find nobody</source>
        <translation>%1 zaken vinden niemand</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>Mee</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <translation>%1 wk</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Week by week, with the norm</source>
        <translation>Week na week, met de norm</translation>
    </message>
    <message>
        <source>confirmed in a distribution</source>
        <translation>bevestigd in een verdeling</translation>
    </message>
    <message>
        <source>no longer comes up</source>
        <translation>komt niet meer langs</translation>
    </message>
    <message>
        <source>comes beside</source>
        <translation>komt erbij</translation>
    </message>
    <message>
        <source>was second</source>
        <translation>was tweede</translation>
    </message>
    <message>
        <source>second</source>
        <translation>tweede</translation>
    </message>
    <message>
        <source>first</source>
        <translation>eerste</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Afgesproken</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>not handed over</source>
        <translation>niet overgedragen</translation>
    </message>
    <message>
        <source>wk %1 · %2</source>
        <translation>wk %1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 points</source>
        <translation>%1, %2 punten</translation>
    </message>
</context>
<context>
    <name>TeamDPage</name>
    <message>
        <source>Its handovers come up in the weekly distribution of their week, to be confirmed there. From %1 on, who hands over gets no new cases.</source>
        <translation>De overdrachten komen terug in de verdeling van hun week, om daar te bevestigen. Wie overdraagt, krijgt vanaf %1 geen nieuwe zaken.</translation>
    </message>
    <message>
        <source>The plan that was accepted before makes way for these people; what was confirmed stands.</source>
        <translation>Het eerder vastgestelde plan vervalt voor deze mensen. Wat al bevestigd is, blijft staan.</translation>
    </message>
    <message>
        <source>Accept the plan</source>
        <translation>Plan vaststellen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Vaststellen</translation>
    </message>
    <message>
        <source>What was confirmed stands; what was not no longer comes up.</source>
        <translation>Wat bevestigd is blijft staan; de rest komt niet meer terug.</translation>
    </message>
    <message>
        <source>Withdraw the plan</source>
        <translation>Plan intrekken</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan opslaan</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Opgeslagen: %1</translation>
    </message>
    <message>
        <source>Make a plan for team D</source>
        <translation>Plan maken voor team D</translation>
    </message>
    <message>
        <source>When can team D be at nil?</source>
        <translation>Wanneer kan team D naar nihil?</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Stop en houd het beste</translation>
    </message>
    <message>
        <source>What is asked above is otherwise than this plan. Plan again (F5).</source>
        <translation>Hierboven staat iets anders dan waar dit plan van uitgaat. Plan opnieuw (F5).</translation>
    </message>
    <message>
        <source>This plan is of an earlier version: %1 second contacts who join do not come up with their handover. Plan again (F5) to have them in it.</source>
        <translation>Dit plan is van een eerdere versie: %1 tweede contactpersonen die meekomen, staan niet bij hun overdracht. Plan opnieuw (F5) om hen erin te hebben.</translation>
    </message>
    <message>
        <source>The data have changed since this plan was made; every handover is still possible.</source>
        <translation>De gegevens zijn veranderd sinds dit plan; alle overdrachten kunnen nog.</translation>
    </message>
</context>
<context>
    <name>TeamDPlanning</name>
    <message>
        <source>Looking at the weeks ahead</source>
        <translation>De komende weken bekijken</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>TeamDPlans</name>
    <message>
        <source>own last days</source>
        <translation>eigen laatste dagen</translation>
    </message>
    <message>
        <source>falls evenly to nil</source>
        <translation>loopt gelijkmatig af</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>blijft</translation>
    </message>
    <message>
        <source>the accepted plan</source>
        <translation>het vastgestelde plan</translation>
    </message>
</context>
<context>
    <name>TeamDQuestion</name>
    <message>
        <source>First open a file.</source>
        <translation>Open eerst een bestand.</translation>
    </message>
    <message>
        <source>Choose a last day after the date above.</source>
        <translation>Kies een laatste dag na de datum hierboven.</translation>
    </message>
    <message>
        <source>Nobody of team D is in service on this date. Choose who hands over.</source>
        <translation>Op deze datum is niemand van team D in dienst. Kies wie er overdraagt.</translation>
    </message>
    <message>
        <source>Nobody of those who hand over is in service on this date. Choose others.</source>
        <translation>Op deze datum is niemand van hen in dienst. Kies anderen.</translation>
    </message>
    <message>
        <source>The own last day of somebody has passed. Choose another for her under Who.</source>
        <translation>De eigen laatste dag van iemand is voorbij. Kies bij Wie een andere dag.</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>funded norm %1</source>
        <translation>gefinancierd %1</translation>
    </message>
    <message>
        <source>Points per contracted fte</source>
        <translation>Punten per contract-fte</translation>
    </message>
    <message>
        <source>Per fte</source>
        <translation>Per fte</translation>
    </message>
    <message>
        <source>of %1; %2 over the ceiling</source>
        <translation>van %1; %2 boven plafond</translation>
    </message>
    <message>
        <source>Above the working norm</source>
        <translation>Boven de werknorm</translation>
    </message>
    <message>
        <source>Click to see only them.</source>
        <translation>Klik om alleen hen te zien.</translation>
    </message>
    <message>
        <source>Room for a first contact</source>
        <translation>Ruimte als eerste</translation>
    </message>
    <message>
        <source>everything is assigned</source>
        <translation>alles is toegewezen</translation>
    </message>
    <message>
        <source>Without a first contact</source>
        <translation>Zonder eerste contact</translation>
    </message>
    <message>
        <source>Click to distribute them.</source>
        <translation>Klik om ze te verdelen.</translation>
    </message>
    <message>
        <source>No first</source>
        <translation>Zonder 1e</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>niemand wacht</translation>
    </message>
    <message>
        <source>Waits longer than 7 days</source>
        <translation>Wacht langer dan 7 dagen</translation>
    </message>
    <message>
        <source>Waits &gt; 7</source>
        <translation>Wacht &gt; 7</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>SNS goal reached</source>
        <translation>SNS-doel gehaald</translation>
    </message>
    <message>
        <source>at least %1 SNS cases each</source>
        <translation>minstens %1 SNS-zaken elk</translation>
    </message>
    <message>
        <source>All points over contracted fte, leave and departure included. Click to see it by team.</source>
        <translation>Alle punten over de contract-fte, dus met verlof en vertrek erbij. Klik om het per team te zien.</translation>
    </message>
    <message>
        <source>Above norm</source>
        <translation>Boven norm</translation>
    </message>
    <message>
        <source>Click to see who has room, with most on top.</source>
        <translation>Klik om te zien wie ruimte heeft, met de meeste bovenaan.</translation>
    </message>
    <message>
        <source>Room as first</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Click to see what is late or nearly: first contact, first talk and plan.</source>
        <translation>Klik om te zien wat te laat of bijna te laat is: toewijzing, eerste gesprek en gedragen koers.</translation>
    </message>
    <message>
        <source>Not right?</source>
        <translation>Klopt niet?</translation>
    </message>
    <message>
        <source>Click to see who waits for an answer.</source>
        <translation>Klik om te zien wie op antwoord wacht.</translation>
    </message>
    <message>
        <source>Trained workers who have the SNS cases that go with it. Click to see who has not.</source>
        <translation>Geschoolde medewerkers met de SNS-zaken die daarbij horen. Klik om te zien wie ze nog niet heeft.</translation>
    </message>
    <message>
        <source>SNS goal</source>
        <translation>SNS-doel</translation>
    </message>
</context>
<context>
    <name>UnlockSection</name>
    <message>
        <source>What would help</source>
        <translation>Wat zou helpen</translation>
    </message>
    <message>
        <source>Looking for what would help…</source>
        <translation>Zoeken wat zou helpen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Not looked for yet.</source>
        <translation>Nog niet gezocht.</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>Zoek</translation>
    </message>
    <message>
        <source>No single change of yours places this case. Look at the region together.</source>
        <translation>Geen enkele stap van jou plaatst deze zaak. Bekijk de regio samen.</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>niet hier</translation>
    </message>
</context>
<context>
    <name>Unlocks</name>
    <message>
        <source>To %1</source>
        <translation>Naar %1</translation>
    </message>
    <message>
        <source>To %1, with %2 as second</source>
        <translation>Naar %1, met %2 als tweede</translation>
    </message>
    <message>
        <source>Do this</source>
        <translation>Doe dit</translation>
    </message>
    <message>
        <source>Ask, with a reason…</source>
        <translation>Vragen, met reden…</translation>
    </message>
    <message>
        <source>Do this, with a reason…</source>
        <translation>Doe dit, met reden…</translation>
    </message>
    <message>
        <source>You no longer exclude %1.</source>
        <translation>Je sluit %1 niet meer uit.</translation>
    </message>
    <message>
        <source>The duo is wanted instead of required.</source>
        <translation>Het duo is gewenst in plaats van vereist.</translation>
    </message>
    <message>
        <source>SNS is wanted instead of required.</source>
        <translation>SNS is gewenst in plaats van vereist.</translation>
    </message>
    <message>
        <source>Ceiling of %1 + %2 points.</source>
        <translation>Plafond van %1 + %2 punten.</translation>
    </message>
    <message>
        <source>Help from %1: %2 is asked.</source>
        <translation>Hulp uit %1: %2 wordt gevraagd.</translation>
    </message>
    <message>
        <source>For %1 this does not hold: “%2”.</source>
        <translation>Voor %1 geldt dit niet: “%2”.</translation>
    </message>
    <message>
        <source>That belongs to the measure itself: have it changed in the case system and import it.</source>
        <translation>Dat hoort bij de maatregel zelf: laat het in het zaaksysteem wijzigen en lees het opnieuw in.</translation>
    </message>
</context>
<context>
    <name>VerdelingKeys</name>
    <message>
        <source>First ask for a proposal or place a case.</source>
        <translation>Vraag eerst een voorstel of geef zelf een zaak.</translation>
    </message>
    <message>
        <source>There is no step to take back.</source>
        <translation>Er is geen stap om terug te nemen.</translation>
    </message>
    <message>
        <source>No step was taken back.</source>
        <translation>Er is geen stap teruggenomen.</translation>
    </message>
    <message>
        <source>There is nothing to distribute.</source>
        <translation>Er is niets te verdelen.</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Voorstel</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Overleg</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergelijken…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Vaststellen…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Let go of everything</source>
        <translation>Alles losmaken</translation>
    </message>
    <message>
        <source>Stop, or back</source>
        <translation>Stoppen, of terug</translation>
    </message>
    <message>
        <source>Choose a case that somebody has in the draft.</source>
        <translation>Kies een zaak die in het concept bij iemand staat.</translation>
    </message>
    <message>
        <source>Choose a case, and a person beside it.</source>
        <translation>Kies een zaak, en iemand ernaast.</translation>
    </message>
    <message>
        <source>Pin the case, or let it go</source>
        <translation>Zaak vastzetten of losmaken</translation>
    </message>
    <message>
        <source>Take the case off</source>
        <translation>Zaak eraf halen</translation>
    </message>
    <message>
        <source>Exclude this person</source>
        <translation>Deze persoon uitsluiten</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Waarom niet</translation>
    </message>
    <message>
        <source>Others for this case</source>
        <translation>Wie kan deze zaak ook krijgen</translation>
    </message>
    <message>
        <source>What came before</source>
        <translation>Wat eraan voorafging</translation>
    </message>
    <message>
        <source>Nothing is left over for which another region was not asked yet.</source>
        <translation>Er blijft niets over waarvoor een andere regio nog niet gevraagd is.</translation>
    </message>
    <message>
        <source>Other regions were not asked.</source>
        <translation>Andere regio&apos;s zijn niet gevraagd.</translation>
    </message>
    <message>
        <source>Nothing is left over.</source>
        <translation>Er blijft niets over.</translation>
    </message>
    <message>
        <source>Not safe to distribute…</source>
        <translation>Niet veilig te verdelen…</translation>
    </message>
    <message>
        <source>Ask other regions for help</source>
        <translation>Andere regio&apos;s om hulp vragen</translation>
    </message>
    <message>
        <source>Propose without other regions</source>
        <translation>Voorstel zonder andere regio&apos;s</translation>
    </message>
    <message>
        <source>You pinned and excluded nothing.</source>
        <translation>Je hebt niets vastgezet of uitgesloten.</translation>
    </message>
</context>
<context>
    <name>WeightWords</name>
    <message>
        <source>%1 takeover until she is first contact</source>
        <translation>%1 overname, tot zij eerste contactpersoon is</translation>
    </message>
    <message>
        <source>%1 as first</source>
        <translation>%1 als eerste</translation>
    </message>
    <message>
        <source>%1 as second</source>
        <translation>%1 als tweede</translation>
    </message>
    <message>
        <source>together at most %1</source>
        <translation>samen hoogstens %1</translation>
    </message>
    <message>
        <source>start</source>
        <translation>startfase</translation>
    </message>
    <message>
        <source>year 2+</source>
        <translation>jaar 2+</translation>
    </message>
    <message>
        <source>year 1</source>
        <translation>jaar 1</translation>
    </message>
    <message>
        <source>from month %1</source>
        <translation>vanaf maand %1</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Look around in the demo</source>
        <translation>Kijk rond in het voorbeeld</translation>
    </message>
    <message>
        <source>An invented organisation with 11 teams and this week&apos;s new cases.</source>
        <translation>Een verzonnen organisatie met 11 teams en de nieuwe zaken van deze week.</translation>
    </message>
    <message>
        <source>Start with your own files</source>
        <translation>Begin met je eigen bestanden</translation>
    </message>
    <message>
        <source>Read a folder with CSV files or an Excel workbook. You see first what would change.</source>
        <translation>Lees een map met CSV-bestanden of een Excel-werkmap in. Je ziet eerst wat er verandert.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Open een bestand</translation>
    </message>
    <message>
        <source>Go on with a file of this program that you made before.</source>
        <translation>Ga verder met een bestand dat je eerder met dit programma maakte.</translation>
    </message>
    <message>
        <source>Opening. This can take some seconds the first time.</source>
        <translation>Bezig met openen. De eerste keer kan dit enkele seconden duren.</translation>
    </message>
    <message>
        <source>Who carries how much, who has room, and who takes this week&apos;s new cases.</source>
        <translation>Wie draagt hoeveel, wie heeft ruimte, en wie neemt de nieuwe zaken van deze week.</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Eerder geopend</translation>
    </message>
</context>
<context>
    <name>WhoDialog</name>
    <message>
        <source>Who hands over</source>
        <translation>Wie draagt over</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Zoek een naam</translation>
    </message>
    <message>
        <source>Tick who leaves or is away for long. What she has is handed over or runs out by her own day.</source>
        <translation>Vink aan wie vertrekt of langdurig afwezig is. Wat zij heeft, is op haar eigen dag overgedragen of afgelopen.</translation>
    </message>
    <message>
        <source>All of team D</source>
        <translation>Heel team D</translation>
    </message>
    <message>
        <source>These people (%1)</source>
        <translation>Deze mensen (%1)</translation>
    </message>
    <message>
        <source>First tick somebody.</source>
        <translation>Vink eerst iemand aan.</translation>
    </message>
</context>
<context>
    <name>WindDown</name>
    <message>
        <source>Not at nil on %1: %4 cases find nobody. %2 are handed over, %3 run out.</source>
        <translation>Niet nihil per %1: %4 zaken vinden niemand. Er zijn %2 overdrachten en %3 zaken lopen vanzelf af.</translation>
    </message>
    <message>
        <source>Nil can be reached on %1: %2 cases are handed over, %3 run out.</source>
        <translation>Nihil haalbaar per %1: %2 overdrachten, %3 lopen vanzelf af.</translation>
    </message>
    <message>
        <source>Nobody comes above the working norm for it.</source>
        <translation>Niemand komt ervoor boven de werknorm.</translation>
    </message>
    <message>
        <source>%1 colleagues come above the working norm for it, by %2 points on average.</source>
        <translation>%1 collega&apos;s komen ervoor boven de werknorm, gemiddeld %2 punten.</translation>
    </message>
    <message>
        <source>%1 colleague comes above the working norm for it, by %2 points on average.</source>
        <translation>%1 collega komt ervoor boven de werknorm, gemiddeld %2 punten.</translation>
    </message>
    <message>
        <source>Accepted: of %2 handovers %1 confirmed.</source>
        <translation>Vastgesteld: van de %2 overdrachten %1 bevestigd.</translation>
    </message>
    <message>
        <source>A later plan took the place of %1 of them.</source>
        <translation>Voor %1 daarvan kwam een later plan in de plaats.</translation>
    </message>
    <message>
        <source>in no plan yet: %1</source>
        <translation>nog in geen plan: %1</translation>
    </message>
    <message>
        <source>By this date something has changed: %1. Plan again: what was agreed stays.</source>
        <translation>Op deze datum is er iets veranderd: %1. Plan opnieuw: wat is afgesproken blijft.</translation>
    </message>
    <message>
        <source>At the earliest on %1 without more above the working norm.</source>
        <translation>Op zijn vroegst %1 zonder dat iemand (verder) boven de werknorm komt.</translation>
    </message>
    <message>
        <source>Not by %1 without more above the working norm: %2 cases find no place, %3 fte.</source>
        <translation>Per %1 niet zonder dat iemand (verder) boven de werknorm komt: voor %2 zaken is geen plek, dat is %3 fte.</translation>
    </message>
    <message>
        <source>Not by %1 with everybody under the ceiling: %2 cases find no place, %3 fte.</source>
        <translation>Per %1 niet met iedereen onder het plafond: voor %2 zaken is geen plek, dat is %3 fte.</translation>
    </message>
    <message>
        <source>At the earliest on %1 with everybody under the ceiling.</source>
        <translation>Op zijn vroegst %1 met iedereen onder het plafond.</translation>
    </message>
    <message>
        <source>A week earlier %1 would find nobody.</source>
        <translation>Een week eerder vindt %1 niemand.</translation>
    </message>
    <message>
        <source>Withdrawn: nothing of it comes up any more.</source>
        <translation>Ingetrokken: hiervan komt niets meer langs.</translation>
    </message>
    <message>
        <source>Accepted: its handovers come up in the weekly distributions.</source>
        <translation>Vastgesteld: de overdrachten komen terug in de wekelijkse verdeling.</translation>
    </message>
    <message>
        <source>Everything that was agreed stays as it was.</source>
        <translation>Alles wat is afgesproken, blijft zoals het was.</translation>
    </message>
    <message>
        <source>Of what was agreed %1 handovers stay as they were, %2 cases go otherwise.</source>
        <translation>Van wat is afgesproken blijven %1 overdrachten gelijk en gaan er %2 anders.</translation>
    </message>
    <message>
        <source>%1 can no longer be handed over as planned</source>
        <translation>%1 kan niet meer zo worden overgedragen</translation>
    </message>
    <message>
        <source>The data have changed since this plan was made: %1. Plan again: what was agreed stays.</source>
        <translation>De gegevens zijn veranderd sinds dit plan: %1. Plan opnieuw: wat is afgesproken blijft staan.</translation>
    </message>
    <message>
        <source>%1 and %2 more cases</source>
        <translation>%1 en nog %2 zaken</translation>
    </message>
    <message>
        <source>Team D</source>
        <translation>Team D</translation>
    </message>
    <message>
        <source>%1 colleagues</source>
        <translation>%1 collega&apos;s</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>vastgesteld</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>%1, nil on %2 · %3, %4</source>
        <translation>%1, nihil op %2 · %3, %4</translation>
    </message>
</context>
<context>
    <name>WindDownReasons</name>
    <message>
        <source>no time left for two weeks of walking along</source>
        <translation>geen tijd meer voor twee weken meelopen</translation>
    </message>
    <message>
        <source>nobody here may take it over</source>
        <translation>niemand hier mag dit overnemen</translation>
    </message>
    <message>
        <source>too heavy for the room of anybody</source>
        <translation>te zwaar voor ieders ruimte</translation>
    </message>
    <message>
        <source>no room left under the ceiling</source>
        <translation>geen ruimte meer onder het plafond</translation>
    </message>
</context>
<context>
    <name>WindDownSteps</name>
    <message>
        <source>Looking for somebody for every case</source>
        <translation>Voor elke zaak iemand zoeken</translation>
    </message>
    <message>
        <source>Keeping what was agreed</source>
        <translation>Houden wat is afgesproken</translation>
    </message>
    <message>
        <source>Keeping people under the norm</source>
        <translation>Mensen onder de werknorm houden</translation>
    </message>
    <message>
        <source>Looking for known faces</source>
        <translation>Bekende gezichten zoeken</translation>
    </message>
    <message>
        <source>Choosing good moments</source>
        <translation>Goede momenten kiezen</translation>
    </message>
    <message>
        <source>Keeping it close by</source>
        <translation>Dichtbij houden</translation>
    </message>
    <message>
        <source>Spreading it over weeks and people</source>
        <translation>Spreiden over weken en mensen</translation>
    </message>
    <message>
        <source>Looking for a date under the norm</source>
        <translation>Een datum zoeken onder de werknorm</translation>
    </message>
    <message>
        <source>Looking for a date under the ceilings</source>
        <translation>Een datum zoeken onder het plafond</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw the distribution</source>
        <translation>Verdeling intrekken</translation>
    </message>
    <message>
        <source>Withdraw the distribution of %1?</source>
        <translation>Verdeling van %1 intrekken?</translation>
    </message>
    <message>
        <source>The cases wait again, and who was replaced has them back. Decision and withdrawal stay on record.</source>
        <translation>De zaken wachten dan weer, en wie vervangen was heeft ze terug. Besluit en intrekking blijven bewaard.</translation>
    </message>
    <message>
        <source>Withdrawn by</source>
        <translation>Ingetrokken door</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Fill in who withdraws it.</source>
        <translation>Vul in wie intrekt.</translation>
    </message>
    <message>
        <source>Fill in why.</source>
        <translation>Vul in waarom.</translation>
    </message>
</context>
<context>
    <name>WorkerColumns</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>Fte</source>
        <translation>Fte</translation>
    </message>
    <message>
        <source>Deployable</source>
        <translation>Inzetbaar</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Zaken</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Gezinnen</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punten</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Caseload</source>
        <translation>Caseload</translation>
    </message>
    <message>
        <source>Of norm</source>
        <translation>Van norm</translation>
    </message>
    <message>
        <source>SNS</source>
        <translation>SNS</translation>
    </message>
    <message>
        <source>Duos</source>
        <translation>Duo&apos;s</translation>
    </message>
    <message>
        <source>Last case</source>
        <translation>Laatste zaak</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Kenmerken</translation>
    </message>
    <message>
        <source>Contracted fte</source>
        <translation>Contract-fte</translation>
    </message>
    <message>
        <source>Fte that is really there: without other duties, long leave and onboarding</source>
        <translation>Fte die er echt is: zonder andere taken, langdurig verzuim en inwerken</translation>
    </message>
    <message>
        <source>Running measures as first or second contact</source>
        <translation>Lopende maatregelen als eerste of tweede contactpersoon</translation>
    </message>
    <message>
        <source>Families of these measures</source>
        <translation>Gezinnen van deze maatregelen</translation>
    </message>
    <message>
        <source>Weighted caseload in caseload points</source>
        <translation>Gewogen caseload in caseloadpunten</translation>
    </message>
    <message>
        <source>Points to the working norm; below nothing she carries more</source>
        <translation>Punten tot de werknorm; onder nul draagt zij meer</translation>
    </message>
    <message>
        <source>Grey: other duties, leave, onboarding. The line is the working norm, the tick the ceiling</source>
        <translation>Grijs: andere taken, afwezig, inwerken. De lijn is de werknorm, het streepje het plafond</translation>
    </message>
    <message>
        <source>Points as a share of the working norm</source>
        <translation>Punten als deel van de werknorm</translation>
    </message>
    <message>
        <source>Points of 13 weeks back and 8 ahead; the dot is today, the thin line the working norm</source>
        <translation>Punten van 13 weken terug tot 8 weken vooruit; de stip is vandaag, de dunne lijn de werknorm</translation>
    </message>
    <message>
        <source>SNS cases of two; only who is trained</source>
        <translation>SNS-zaken van de twee; alleen wie geschoold is</translation>
    </message>
    <message>
        <source>Cases that she carries together with somebody</source>
        <translation>Zaken die zij samen met een collega draagt</translation>
    </message>
    <message>
        <source>The day on which she took the newest case that she still has</source>
        <translation>De dag waarop zij haar nieuwste zaak kreeg</translation>
    </message>
    <message>
        <source>Leave, onboarding, leaving, team D and the like</source>
        <translation>Afwezig, inwerken, vertrek, team D en dergelijke</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
</context>
<context>
    <name>WorkerDetail</name>
    <message>
        <source>Points</source>
        <translation>Punten</translation>
    </message>
    <message>
        <source>Working norm</source>
        <translation>Werknorm</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Plafond</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>family %1</source>
        <translation>gezin %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sinds %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>met %1</translation>
    </message>
    <message>
        <source>A duo is required and there is no second contact.</source>
        <translation>Een duo is vereist en er is geen tweede contactpersoon.</translation>
    </message>
    <message>
        <source>second missing</source>
        <translation>tweede ontbreekt</translation>
    </message>
    <message>
        <source>Should have ended on %1.</source>
        <translation>Had moeten eindigen op %1.</translation>
    </message>
    <message>
        <source>past its end</source>
        <translation>over de einddatum</translation>
    </message>
    <message>
        <source>From %1 now to %2 in %3 without new cases; room then %4.</source>
        <translation>Van %1 nu naar %2 in %3 zonder nieuwe zaken; de ruimte is dan %4.</translation>
    </message>
    <message>
        <source>“%1” (%2, %3)</source>
        <translation>“%1” (%2, %3)</translation>
    </message>
    <message>
        <source>Answer: %1 (%2, %3)</source>
        <translation>Antwoord: %1 (%2, %3)</translation>
    </message>
</context>
<context>
    <name>WorkerDrawer</name>
    <message>
        <source>What to see of her</source>
        <translation>Wat je van haar ziet</translation>
    </message>
    <message>
        <source>Cases (%1)</source>
        <translation>Zaken (%1)</translation>
    </message>
    <message>
        <source>Coming weeks</source>
        <translation>Komende weken</translation>
    </message>
    <message>
        <source>Time and agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>She carries no cases on this date.</source>
        <translation>Zij draagt op deze datum geen zaken.</translation>
    </message>
    <message>
        <source>Her caseload in the next 26 weeks</source>
        <translation>Haar caseload in de komende 26 weken</translation>
    </message>
    <message>
        <source>Counts expected ends, phases, hours and leave as they are known now; no new cases.</source>
        <translation>Telt verwachte einddata, fasen, uren en verlof mee zoals nu bekend; geen nieuwe zaken.</translation>
    </message>
    <message>
        <source>From contract to deployable</source>
        <translation>Van contract naar inzetbaar</translation>
    </message>
    <message>
        <source>Leave and agreements</source>
        <translation>Verlof en afspraken</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Sluiten (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Taking turns with what asks most</source>
        <translation>Om de beurt wat het meeste vraagt</translation>
    </message>
</context>
<context>
    <name>WorkerFacets</name>
    <message>
        <source>Has room</source>
        <translation>Heeft ruimte</translation>
    </message>
    <message>
        <source>Above the norm</source>
        <translation>Boven de norm</translation>
    </message>
    <message>
        <source>Above the ceiling</source>
        <translation>Boven plafond</translation>
    </message>
    <message>
        <source>SNS goal not reached</source>
        <translation>SNS-doel niet gehaald</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>Wacht op antwoord</translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>Inwerken</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>Vertrekt</translation>
    </message>
    <message>
        <source>Team D</source>
        <translation>Team D</translation>
    </message>
    <message>
        <source>No SKJ</source>
        <translation>Geen SKJ</translation>
    </message>
    <message>
        <source>Schotten</source>
        <translation>Schotten</translation>
    </message>
</context>
<context>
    <name>WorkerFacts</name>
    <message>
        <source>Contract</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Other duties</source>
        <translation>Andere taken</translation>
    </message>
    <message>
        <source>Long leave</source>
        <translation>Langdurig afwezig</translation>
    </message>
    <message>
        <source>carries %1</source>
        <translation>draagt %1</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>Inwerken</translation>
    </message>
    <message>
        <source>Deployable</source>
        <translation>Inzetbaar</translation>
    </message>
    <message>
        <source>about %1 points, beside the load</source>
        <translation>ongeveer %1 punten, naast de caseload</translation>
    </message>
    <message>
        <source>Relief by support</source>
        <translation>Verlichting</translation>
    </message>
    <message>
        <source>%1 fte</source>
        <translation>%1 fte</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 punten</translation>
    </message>
    <message>
        <source>Personal ceiling</source>
        <translation>Persoonlijk plafond</translation>
    </message>
    <message>
        <source>In service since</source>
        <translation>In dienst sinds</translation>
    </message>
    <message>
        <source>%1 since %2, return not known</source>
        <translation>%1 sinds %2, terugkeer onbekend</translation>
    </message>
    <message>
        <source>%1 from %2 until %3</source>
        <translation>%1 van %2 tot en met %3</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>SKJ registration</source>
        <translation>SKJ-registratie</translation>
    </message>
    <message>
        <source>none: second contact only</source>
        <translation>geen: alleen tweede contactpersoon</translation>
    </message>
    <message>
        <source>ended on %1: second contact only</source>
        <translation>verlopen op %1: alleen tweede contactpersoon</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>tot en met %1</translation>
    </message>
</context>
<context>
    <name>WorkerLines</name>
    <message>
        <source>Room, but not as first contact: see the marks.</source>
        <translation>Wel ruimte, maar niet als eerste contactpersoon: zie de kenmerken.</translation>
    </message>
    <message>
        <source>Not trained for SNS</source>
        <translation>Niet SNS-geschoold</translation>
    </message>
    <message>
        <source>SNS cases of the %1 that each trained worker should have</source>
        <translation>SNS-zaken van de %1 die elke geschoolde medewerker zou moeten hebben</translation>
    </message>
    <message>
        <source>%1 points per contracted fte; the funded norm is %2</source>
        <translation>%1 punten per contract-fte; de gefinancierde norm is %2</translation>
    </message>
    <message>
        <source>carries %1 points and is not deployable now</source>
        <translation>draagt %1 punten en is nu niet inzetbaar</translation>
    </message>
    <message>
        <source>%1 of %2 points (%3), ceiling %4</source>
        <translation>%1 van %2 punten (%3), plafond %4</translation>
    </message>
    <message>
        <source>%1 of %2 points (%3), above the ceiling of %4</source>
        <translation>%1 van %2 punten (%3), boven het plafond van %4</translation>
    </message>
    <message>
        <source>%1 of %2 points (%3), above the working norm, ceiling %4</source>
        <translation>%1 van %2 punten (%3), boven de werknorm, plafond %4</translation>
    </message>
    <message>
        <source>Leaves %1</source>
        <translation>Vertrekt %1</translation>
    </message>
    <message>
        <source>%1, draft %2</source>
        <translation>%1, concept %2</translation>
    </message>
    <message>
        <source>%1 points %2 weeks ago, %3 now, %4 in %5 weeks without new cases</source>
        <translation>%1 punten %2 weken terug, nu %3, over %5 weken %4 zonder nieuwe zaken</translation>
    </message>
    <message>
        <source>Not right? %1</source>
        <translation>Klopt niet? %1</translation>
    </message>
    <message>
        <source>She says that a case is not weighed right; nobody has answered yet.</source>
        <translation>Volgens haar klopt een zaak niet; er is nog geen antwoord.</translation>
    </message>
    <message>
        <source>%2 fte · norm %1</source>
        <translation>%2 fte · norm %1</translation>
    </message>
</context>
<context>
    <name>WorkerTableView</name>
    <message>
        <source>Workers and their caseload</source>
        <translation>Medewerkers en hun caseload</translation>
    </message>
</context>
<context>
    <name>WorkerTaken</name>
    <message>
        <source>No heavy or urgent cases in the last 13 weeks.</source>
        <translation>Geen zware of spoedzaken in de laatste 13 weken.</translation>
    </message>
    <message>
        <source>Took %1 in the last 13 weeks: %2. She is spared now where that can be.</source>
        <translation>Nam in de laatste 13 weken %1: %2. Zij wordt nu gespaard waar dat kan.</translation>
    </message>
    <message>
        <source>%1 heavy</source>
        <translation>%1 zwaar</translation>
    </message>
    <message>
        <source>%1 urgent</source>
        <translation>%1 spoed</translation>
    </message>
    <message>
        <source>%1 in the holidays</source>
        <translation>%1 in de vakantie</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>vakantie</translation>
    </message>
    <message>
        <source>heavy</source>
        <translation>zwaar</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>spoed</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>points, with %Ln people</source>
        <translation>
            <numerusform>punten, bij %Ln medewerker</numerusform>
            <numerusform>punten, bij %Ln medewerkers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cases of %Ln families</source>
        <translation>
            <numerusform>zaken van %Ln gezin</numerusform>
            <numerusform>zaken van %Ln gezinnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest waits %Ln days</source>
        <translation>
            <numerusform>langste wacht %Ln dag</numerusform>
            <numerusform>langste wacht %Ln dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %Ln workers</source>
        <translation>
            <numerusform>van %Ln medewerker</numerusform>
            <numerusform>van %Ln medewerkers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days left</source>
        <translation>
            <numerusform>nog %Ln dag</numerusform>
            <numerusform>nog %Ln dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days late</source>
        <translation>
            <numerusform>%Ln dag te laat</numerusform>
            <numerusform>%Ln dagen te laat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln cases the term is over and no date is known.</source>
        <translation>
            <numerusform>Van %Ln zaak is de termijn voorbij en geen datum bekend.</numerusform>
            <numerusform>Van %Ln zaken is de termijn voorbij en geen datum bekend.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln cases</source>
        <translation>
            <numerusform>van %Ln zaak</numerusform>
            <numerusform>van %Ln zaken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases that ask extra</source>
        <translation>
            <numerusform>%Ln zaak die extra vraagt</numerusform>
            <numerusform>%Ln zaken die extra vragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_DropArea</name>
    <message>
        <source>Drop a folder or workbook here</source>
        <translation>Sleep een map of werkmap hierheen</translation>
    </message>
    <message>
        <source>or</source>
        <translation>of</translation>
    </message>
</context>
</TS>
