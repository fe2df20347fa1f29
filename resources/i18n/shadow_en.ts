<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visit(s)</source>
        <translation>
            <numerusform>%Ln visit</numerusform>
            <numerusform>%Ln visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln site(s)</source>
        <translation>
            <numerusform>%Ln site</numerusform>
            <numerusform>%Ln sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) stopped</source>
        <translation>
            <numerusform>%Ln person stopped</numerusform>
            <numerusform>%Ln people stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) new</source>
        <translation>
            <numerusform>%Ln record new</numerusform>
            <numerusform>%Ln records new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) new</source>
        <translation>
            <numerusform>%Ln note new</numerusform>
            <numerusform>%Ln notes new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{notes} and %Ln other record(s) new</source>
        <translation>
            <numerusform>{notes} and %Ln other record new</numerusform>
            <numerusform>{notes} and %Ln other records new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) unsent</source>
        <translation>
            <numerusform>%Ln note unsent</numerusform>
            <numerusform>%Ln notes unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) written twice</source>
        <translation>
            <numerusform>%Ln field written twice</numerusform>
            <numerusform>%Ln fields written twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) quote the host, and nobody has asked whether they may be quoted: record the answer on Prepare.</source>
        <translation>
            <numerusform>One note quotes the host, and nobody has asked whether they may be quoted: record the answer on Prepare.</numerusform>
            <numerusform>%Ln notes quote the host, and nobody has asked whether they may be quoted: record the answer on Prepare.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>across %Ln event(s)</source>
        <translation>
            <numerusform>in one event</numerusform>
            <numerusform>across %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation>
            <numerusform>A contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>A name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other host(s)</source>
        <translation>
            <numerusform>Another host</numerusform>
            <numerusform>%Ln other hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pain point(s)</source>
        <translation>
            <numerusform>A pain point</numerusform>
            <numerusform>%Ln pain points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln locked ranking(s)</source>
        <translation>
            <numerusform>A locked ranking</numerusform>
            <numerusform>%Ln locked rankings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) not handed in</source>
        <translation>
            <numerusform>%n note not handed in</numerusform>
            <numerusform>%n notes not handed in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) to review</source>
        <translation>
            <numerusform>%n note to review</numerusform>
            <numerusform>%n notes to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to answer</source>
        <translation>
            <numerusform>%n question to answer</numerusform>
            <numerusform>%n questions to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed since the review</source>
        <translation>
            <numerusform>%n note changed since the review</numerusform>
            <numerusform>%n notes changed since the review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that may name somebody</source>
        <translation>
            <numerusform>%n note that may name somebody</numerusform>
            <numerusform>%n notes that may name somebody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) to look at</source>
        <translation>
            <numerusform>%n note to look at</numerusform>
            <numerusform>%n notes to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to be answered</source>
        <translation>
            <numerusform>%n field to be answered</numerusform>
            <numerusform>%n fields to be answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) past the time they are kept</source>
        <translation>
            <numerusform>%n visit past the time it is kept</numerusform>
            <numerusform>%n visits past the time they are kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <comment>in a line that is not saved yet</comment>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CausesStep</name>
    <message numerus="yes">
        <source>%n note(s) not sorted yet</source>
        <translation>
            <numerusform>%n note not sorted yet</numerusform>
            <numerusform>%n notes not sorted yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) chosen</source>
        <translation>
            <numerusform>%n note chosen</numerusform>
            <numerusform>%n notes chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DebriefTab</name>
    <message numerus="yes">
        <source>The debrief is done, and its %n note(s) go to review; print its report now.</source>
        <translation>
            <numerusform>The debrief is done, and its %n note goes to review; print its report now.</numerusform>
            <numerusform>The debrief is done, and its %n notes go to review; print its report now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message numerus="yes">
        <source>%Ln change(s) came in.</source>
        <translation>
            <numerusform>%Ln change came in.</numerusform>
            <numerusform>%Ln changes came in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>{rows}, in %n file(s)</source>
        <translation>
            <numerusform>{rows}, in %n file</numerusform>
            <numerusform>{rows}, in %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln id(s) in {name}</source>
        <translation>
            <numerusform>%Ln id in {name}</numerusform>
            <numerusform>%Ln ids in {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GradesStep</name>
    <message numerus="yes">
        <source>%n note(s) without all grades</source>
        <translation>
            <numerusform>%n note without all grades</numerusform>
            <numerusform>%n notes without all grades</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PainPage</name>
    <message numerus="yes">
        <source>%n pain point(s)</source>
        <translation>
            <numerusform>%n pain point</numerusform>
            <numerusform>%n pain points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgrammeHead</name>
    <message numerus="yes">
        <source>%Ln have never been out</source>
        <translation>
            <numerusform>%Ln has never been out</numerusform>
            <numerusform>%Ln have never been out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromisesStep</name>
    <message numerus="yes">
        <source>%n without owner or date</source>
        <translation>
            <numerusform>%n without owner or date</numerusform>
            <numerusform>%n without owner or date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>%n promise</numerusform>
            <numerusform>%n promises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RatingsStep</name>
    <message numerus="yes">
        <source>%n service(s) not asked about</source>
        <translation>
            <numerusform>%n service not asked about</numerusform>
            <numerusform>%n services not asked about</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) asked</source>
        <translation>
            <numerusform>%n person asked</numerusform>
            <numerusform>%n people asked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadBackStep</name>
    <message numerus="yes">
        <source>%n note(s) not read back</source>
        <translation>
            <numerusform>%n note not read back</numerusform>
            <numerusform>%n notes not read back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsBusiness</name>
    <message numerus="yes">
        <source>%Ln entries hang on it; remove or move those first.</source>
        <translation>
            <numerusform>%Ln entry hangs on it; remove or move that first.</numerusform>
            <numerusform>%Ln entries hang on it; remove or move those first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsLists</name>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPrivacy</name>
    <message numerus="yes">
        <source> month(s)</source>
        <comment>suffix of a number</comment>
        <translation>
            <numerusform> month</numerusform>
            <numerusform> months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n note(s) so far</source>
        <translation>
            <numerusform>%n note so far</numerusform>
            <numerusform>%n notes so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingStep</name>
    <message numerus="yes">
        <source>%n note(s) to look at</source>
        <translation>
            <numerusform>%n note to look at</numerusform>
            <numerusform>%n notes to look at</numerusform>
        </translation>
    </message>
</context>
</TS>
