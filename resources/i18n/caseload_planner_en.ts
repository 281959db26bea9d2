<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DecidedBar</name>
    <message numerus="yes">
        <source>Decided: %Ln cases from %1, by %2.</source>
        <translation>
            <numerusform>Decided: %Ln case from %1, by %2.</numerusform>
            <numerusform>Decided: %Ln cases from %1, by %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>%Ln problems. Put them right in the source and choose it again; your file is as it was.</source>
        <translation>
            <numerusform>%Ln problem. Put it right in the source and choose it again; your file is as it was.</numerusform>
            <numerusform>%Ln problems. Put them right in the source and choose it again; your file is as it was.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Exported: %Ln rows.</source>
        <translation>
            <numerusform>Exported: %Ln row.</numerusform>
            <numerusform>Exported: %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message numerus="yes">
        <source>%Ln weeks of walking along</source>
        <translation>
            <numerusform>%Ln week of walking along</numerusform>
            <numerusform>%Ln weeks of walking along</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>Changed %Ln times since this backup. That does not come along.</source>
        <translation>
            <numerusform>Changed %Ln time since this backup. That does not come along.</numerusform>
            <numerusform>Changed %Ln times since this backup. That does not come along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableKeeper</name>
    <message numerus="yes">
        <source>Copied: %Ln rows.</source>
        <translation>
            <numerusform>Copied: %Ln row.</numerusform>
            <numerusform>Copied: %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>points, with %Ln people</source>
        <translation>
            <numerusform>points, with %Ln person</numerusform>
            <numerusform>points, with %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cases of %Ln families</source>
        <translation>
            <numerusform>cases of %Ln family</numerusform>
            <numerusform>cases of %Ln families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %Ln workers</source>
        <translation>
            <numerusform>from %Ln worker</numerusform>
            <numerusform>from %Ln workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest waits %Ln days</source>
        <translation>
            <numerusform>longest waits %Ln day</numerusform>
            <numerusform>longest waits %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days left</source>
        <translation>
            <numerusform>%Ln day left</numerusform>
            <numerusform>%Ln days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days late</source>
        <translation>
            <numerusform>%Ln day late</numerusform>
            <numerusform>%Ln days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln cases the term is over and no date is known.</source>
        <translation>
            <numerusform>Of %Ln case the term is over and no date is known.</numerusform>
            <numerusform>Of %Ln cases the term is over and no date is known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln cases</source>
        <translation>
            <numerusform>of %Ln case</numerusform>
            <numerusform>of %Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases that ask extra</source>
        <translation>
            <numerusform>%Ln case that asks extra</numerusform>
            <numerusform>%Ln cases that ask extra</numerusform>
        </translation>
    </message>
</context>
</TS>
