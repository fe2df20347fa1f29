<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln Notiz</numerusform>
            <numerusform>%Ln Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visit(s)</source>
        <translation>
            <numerusform>%Ln Besuch</numerusform>
            <numerusform>%Ln Besuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln site(s)</source>
        <translation>
            <numerusform>%Ln Standort</numerusform>
            <numerusform>%Ln Standorte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) stopped</source>
        <translation>
            <numerusform>%Ln Person aufgehalten</numerusform>
            <numerusform>%Ln Personen aufgehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) new</source>
        <translation>
            <numerusform>%Ln neuer Datensatz</numerusform>
            <numerusform>%Ln neue Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) new</source>
        <translation>
            <numerusform>%Ln neue Notiz</numerusform>
            <numerusform>%Ln neue Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{notes} and %Ln other record(s) new</source>
        <translation>
            <numerusform>{notes} und %Ln weiterer Datensatz neu</numerusform>
            <numerusform>{notes} und %Ln weitere Datensätze neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) unsent</source>
        <translation>
            <numerusform>%Ln Notiz nicht übergeben</numerusform>
            <numerusform>%Ln Notizen nicht übergeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) written twice</source>
        <translation>
            <numerusform>%Ln Feld doppelt geschrieben</numerusform>
            <numerusform>%Ln Felder doppelt geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) quote the host, and nobody has asked whether they may be quoted: record the answer on Prepare.</source>
        <translation>
            <numerusform>%Ln Notiz zitiert die begleitete Person, und niemand hat gefragt, ob sie zitiert werden darf: Halten Sie die Antwort unter „Vorbereiten“ fest.</numerusform>
            <numerusform>%Ln Notizen zitieren die begleitete Person, und niemand hat gefragt, ob sie zitiert werden darf: Halten Sie die Antwort unter „Vorbereiten“ fest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>across %Ln event(s)</source>
        <translation>
            <numerusform>bei %Ln Vorfall</numerusform>
            <numerusform>bei %Ln Vorfällen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation>
            <numerusform>%Ln Ansprechperson</numerusform>
            <numerusform>%Ln Ansprechpersonen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln Name</numerusform>
            <numerusform>%Ln Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other host(s)</source>
        <translation>
            <numerusform>%Ln weitere begleitete Person</numerusform>
            <numerusform>%Ln weitere begleitete Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pain point(s)</source>
        <translation>
            <numerusform>%Ln Schmerzpunkt</numerusform>
            <numerusform>%Ln Schmerzpunkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln locked ranking(s)</source>
        <translation>
            <numerusform>%Ln festgehaltene Rangfolge</numerusform>
            <numerusform>%Ln festgehaltene Rangfolgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) not handed in</source>
        <translation>
            <numerusform>%n Notiz nicht abgegeben</numerusform>
            <numerusform>%n Notizen nicht abgegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) to review</source>
        <translation>
            <numerusform>%n Notiz durchzusehen</numerusform>
            <numerusform>%n Notizen durchzusehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to answer</source>
        <translation>
            <numerusform>%n Frage zu beantworten</numerusform>
            <numerusform>%n Fragen zu beantworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed since the review</source>
        <translation>
            <numerusform>%n Notiz seit der Durchsicht geändert</numerusform>
            <numerusform>%n Notizen seit der Durchsicht geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that may name somebody</source>
        <translation>
            <numerusform>%n Notiz, die jemanden nennen könnte</numerusform>
            <numerusform>%n Notizen, die jemanden nennen könnten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) to look at</source>
        <translation>
            <numerusform>%n Notiz anzusehen</numerusform>
            <numerusform>%n Notizen anzusehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to be answered</source>
        <translation>
            <numerusform>%n Feld zu klären</numerusform>
            <numerusform>%n Felder zu klären</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) past the time they are kept</source>
        <translation>
            <numerusform>%n Besuch über die Aufbewahrungszeit hinaus</numerusform>
            <numerusform>%n Besuche über die Aufbewahrungszeit hinaus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <comment>in a line that is not saved yet</comment>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlikeLine</name>
    <message>
        <source>Look   Ctrl+L</source>
        <translation>Ansehen   Strg+L</translation>
    </message>
    <message>
        <source>Look at similar notes</source>
        <translation>Ähnliche Notizen ansehen</translation>
    </message>
    <message>
        <source>Looks like “{text}”</source>
        <translation>Ähnelt „{text}“</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>under 0.1</source>
        <translation>unter 0,1</translation>
    </message>
    <message>
        <source>{names} and {rest} more</source>
        <translation>{names} und {rest} weitere</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>“{label}” is “{typed}”: write a number, or leave it empty.</source>
        <translation>„{label}“ lautet „{typed}“: Schreiben Sie eine Zahl, oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>opened and read: it is well</source>
        <translation>geöffnet und gelesen: in Ordnung</translation>
    </message>
    <message>
        <source>No good: {why}</source>
        <translation>Unbrauchbar: {why}</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>{count:|photo or report|photos and reports}</source>
        <translation>{count:|Foto oder Bericht|Fotos und Berichte}</translation>
    </message>
    <message>
        <source>The backup holds</source>
        <translation>Die Sicherung enthält</translation>
    </message>
    <message>
        <source>so nobody can say what was written after the backup</source>
        <translation>deshalb lässt sich nicht sagen, was nach der Sicherung geschrieben wurde</translation>
    </message>
    <message>
        <source>The store cannot be read</source>
        <translation>Der Datenspeicher lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The store holds now</source>
        <translation>Der Datenspeicher enthält jetzt</translation>
    </message>
    <message>
        <source>What was erased stays erased</source>
        <translation>Was gelöscht wurde, bleibt gelöscht</translation>
    </message>
    <message>
        <source>erasures carried out again in what is put back: {count}</source>
        <translation>Löschungen, die im Zurückgespielten noch einmal ausgeführt werden: {count}</translation>
    </message>
    <message>
        <source>The store gets its key of then</source>
        <translation>Der Datenspeicher bekommt seinen damaligen Schlüssel</translation>
    </message>
    <message>
        <source>it opens with the passphrase and the recovery code of that time</source>
        <translation>er öffnet sich mit der Passphrase und dem Wiederherstellungscode von damals</translation>
    </message>
    <message>
        <source>{good:|page|pages} could be read, {bad} could not</source>
        <translation>{good:|Seite ließ|Seiten ließen} sich lesen, {bad} nicht</translation>
    </message>
    <message>
        <source>entries of the history in them: {count}</source>
        <translation>Einträge des Verlaufs darin: {count}</translation>
    </message>
    <message>
        <source>what stood on pages that cannot be read is missing</source>
        <translation>was auf unlesbaren Seiten stand, fehlt</translation>
    </message>
    <message>
        <source>There is no good backup to stand on</source>
        <translation>Es gibt keine gute Sicherung als Grundlage</translation>
    </message>
    <message>
        <source>It stands on the backup of {moment}</source>
        <translation>Grundlage ist die Sicherung vom {moment}</translation>
    </message>
    <message>
        <source>entries of the history that are not in it, read from the store: {count}</source>
        <translation>Einträge des Verlaufs, die darin fehlen und aus dem Datenspeicher gelesen wurden: {count}</translation>
    </message>
    <message>
        <source>Together that is</source>
        <translation>Zusammen sind das</translation>
    </message>
    <message>
        <source>Nothing was written since</source>
        <translation>Seitdem wurde nichts geschrieben</translation>
    </message>
    <message>
        <source>so nothing is undone</source>
        <translation>es wird also nichts rückgängig gemacht</translation>
    </message>
    <message>
        <source>Written since, and undone: {what}</source>
        <translation>Seitdem geschrieben, wird rückgängig gemacht: {what}</translation>
    </message>
    <message>
        <source>and edits of {notes}; entries of the history in all: {count}</source>
        <translation>und Änderungen an {notes}; Einträge des Verlaufs insgesamt: {count}</translation>
    </message>
    <message>
        <source>What others have received already comes back</source>
        <translation>Was andere schon erhalten haben, kommt zurück</translation>
    </message>
    <message>
        <source>with the next exchange; the rest stays in the store that is moved aside</source>
        <translation>mit dem nächsten Austausch; der Rest bleibt im beiseitegelegten Datenspeicher</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>von Hand gemacht</translation>
    </message>
    <message>
        <source>before a newer version changed the store</source>
        <translation>bevor eine neuere Version den Datenspeicher änderte</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>vor einem Import</translation>
    </message>
    <message>
        <source>before something came in</source>
        <translation>bevor etwas einging</translation>
    </message>
    <message>
        <source>before the key was changed</source>
        <translation>bevor der Schlüssel gewechselt wurde</translation>
    </message>
</context>
<context>
    <name>BarFace</name>
    <message>
        <source>Time of the note: {time}</source>
        <translation>Zeit der Notiz: {time}</translation>
    </message>
    <message>
        <source>Ctrl+1…7 kind</source>
        <translation>Strg+1…7 Art</translation>
    </message>
    <message>
        <source>Enter saves</source>
        <translation>Enter speichert</translation>
    </message>
    <message>
        <source>Shift+Enter new line</source>
        <translation>Umschalt+Enter neue Zeile</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves with all</source>
        <translation>Strg+Enter speichert mit allem</translation>
    </message>
    <message>
        <source>Add photos   Ctrl+Shift+I; pasting or dropping does it, too</source>
        <translation>Fotos anfügen   Strg+Umschalt+I; Einfügen oder Hineinziehen geht auch</translation>
    </message>
    <message>
        <source>Save the note   Enter</source>
        <translation>Die Notiz speichern   Enter</translation>
    </message>
    <message>
        <source>What do you see?     ! pain   #service   @role   ~6m lost   x3   “their words”</source>
        <translation>Was sehen Sie?     ! Problem   #Service   @Rolle   ~6m verloren   x3   „wörtlich Gesagtes“</translation>
    </message>
    <message>
        <source>What do you see?</source>
        <translation>Was sehen Sie?</translation>
    </message>
</context>
<context>
    <name>BarWork</name>
    <message>
        <source>no visit is open</source>
        <translation>kein Besuch ist geöffnet</translation>
    </message>
    <message>
        <source>Draw over what nobody may see. Only what is left is kept with the note.</source>
        <translation>Übermalen Sie, was niemand sehen darf. Nur was übrig bleibt, wird mit der Notiz aufbewahrt.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig gemacht: {what}</translation>
    </message>
    <message>
        <source>There is nothing to undo in this visit.</source>
        <translation>In diesem Besuch gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Wiederholt: {what}</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
</context>
<context>
    <name>BusinessFields</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>What is at stake</source>
        <translation>Was auf dem Spiel steht</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>Art des Orts</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Wider group</source>
        <translation>Übergeordnete Gruppe</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>How many people</source>
        <translation>Wie viele Personen</translation>
    </message>
    <message>
        <source>Hours of a shift</source>
        <translation>Stunden einer Schicht</translation>
    </message>
    <message>
        <source>Working days a year</source>
        <translation>Arbeitstage im Jahr</translation>
    </message>
    <message>
        <source>What an hour costs</source>
        <translation>Was eine Stunde kostet</translation>
    </message>
    <message>
        <source>the kind of work, never a person’s name</source>
        <translation>die Art der Arbeit, nie der Name einer Person</translation>
    </message>
</context>
<context>
    <name>BusinessTree</name>
    <message>
        <source>firm</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>{number} × {role}</source>
        <translation>{number} × {role}</translation>
    </message>
    <message>
        <source>a removed role</source>
        <translation>eine entfernte Rolle</translation>
    </message>
    <message>
        <source>{days:|day|days} of {hours} h a year</source>
        <translation>{days:|Tag|Tage} zu {hours} h im Jahr</translation>
    </message>
    <message>
        <source>{rate} {currency} an hour</source>
        <translation>{rate} {currency} je Stunde</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>Enter saves, Shift and Enter breaks the line, Tab takes what is offered, Control and Down goes to what was understood</source>
        <translation>Enter speichert, Umschalt und Enter beginnt eine neue Zeile, Tab übernimmt den Vorschlag, Strg und Pfeil nach unten führt zu dem, was verstanden wurde</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Fotos anfügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Die Notiz speichern</translation>
    </message>
</context>
<context>
    <name>CaptureBar</name>
    <message>
        <source>saved {time}</source>
        <translation>gespeichert {time}</translation>
    </message>
    <message>
        <source>Could not save: {why}</source>
        <translation>Konnte nicht gespeichert werden: {why}</translation>
    </message>
    <message>
        <source>The note is kept and comes back into the line after this one.</source>
        <translation>Die Notiz ist aufgehoben und kommt nach dieser zurück in die Zeile.</translation>
    </message>
    <message>
        <source>no tags to repeat yet</source>
        <translation>noch keine Marken, die sich wiederholen lassen</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>Bilder ({endings})</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Fotos anfügen</translation>
    </message>
    <message>
        <source>nothing here looks like a person</source>
        <translation>nichts hier sieht nach einer Person aus</translation>
    </message>
    <message>
        <source>masked; Ctrl+Z brings it back</source>
        <translation>unkenntlich gemacht; Strg+Z holt es zurück</translation>
    </message>
    <message>
        <source>Kind of note: {kind}</source>
        <translation>Art der Notiz: {kind}</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Die Notiz speichern</translation>
    </message>
    <message>
        <source>Save the note with all that is offered</source>
        <translation>Die Notiz mit allen Vorschlägen speichern</translation>
    </message>
    <message>
        <source>Repeat the last tags</source>
        <translation>Die letzten Marken wiederholen</translation>
    </message>
    <message>
        <source>Add photos to the note…</source>
        <translation>Fotos an die Notiz anfügen …</translation>
    </message>
    <message>
        <source>Black out the photos of the note…</source>
        <translation>Fotos der Notiz schwärzen …</translation>
    </message>
    <message>
        <source>Mask what looks like a person</source>
        <translation>Unkenntlich machen, was nach einer Person aussieht</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>CaptureLine</name>
    <message>
        <source>A note holds {most} characters: save it and go on in the next.</source>
        <translation>Eine Notiz fasst {most} Zeichen: Speichern Sie sie, und schreiben Sie in der nächsten weiter.</translation>
    </message>
    <message>
        <source>Not all of it fits: a note holds {most} characters. Save it and paste the rest again.</source>
        <translation>Nicht alles passt: Eine Notiz fasst {most} Zeichen. Speichern Sie sie, und fügen Sie den Rest noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>CausesStep</name>
    <message>
        <source>Put together</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>No note about lost time names a service yet, so there is nothing to put together.</source>
        <translation>Noch nennt keine Notiz über verlorene Zeit einen Service; es gibt also nichts zusammenzufassen.</translation>
    </message>
    <message>
        <source>Go on to reading it back</source>
        <translation>Weiter zum Vorlesen</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) not sorted yet</source>
        <translation>
            <numerusform>%n Notiz ohne Ursache</numerusform>
            <numerusform>%n Notizen ohne Ursache</numerusform>
        </translation>
    </message>
    <message>
        <source>every note has its cause</source>
        <translation>jede Notiz hat ihre Ursache</translation>
    </message>
    <message>
        <source>nothing to sort</source>
        <translation>nichts zuzuordnen</translation>
    </message>
    <message>
        <source>A cause belongs to one service; choose notes of one service only.</source>
        <translation>Eine Ursache gehört zu einem Service; wählen Sie nur Notizen zu einem Service.</translation>
    </message>
    <message>
        <source>The cause</source>
        <translation>Die Ursache</translation>
    </message>
    <message>
        <source>What goes wrong? Choose, or type a new one</source>
        <translation>Was geht schief? Wählen oder neu eintippen</translation>
    </message>
    <message>
        <source>Say the cause of the chosen notes</source>
        <translation>Die Ursache der gewählten Notizen nennen</translation>
    </message>
    <message>
        <source>Put the chosen notes together</source>
        <translation>Die gewählten Notizen zusammenfassen</translation>
    </message>
    <message>
        <source>Take the chosen notes out of their pain point</source>
        <translation>Die gewählten Notizen aus ihrem Schmerzpunkt nehmen</translation>
    </message>
    <message>
        <source>not sorted yet</source>
        <translation>noch nicht zugeordnet</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” ({notes})</source>
        <translation>„{title}“ ({notes})</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) chosen</source>
        <translation>
            <numerusform>%n Notiz gewählt</numerusform>
            <numerusform>%n Notizen gewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChipButton</name>
    <message>
        <source>{words}, understood</source>
        <translation>{words}, verstanden</translation>
    </message>
    <message>
        <source>{words}, kept</source>
        <translation>{words}, vorgemerkt</translation>
    </message>
    <message>
        <source>{words}, offered</source>
        <translation>{words}, vorgeschlagen</translation>
    </message>
    <message>
        <source>{words}, plain text</source>
        <translation>{words}, nur Text</translation>
    </message>
    <message>
        <source>{words}, a warning</source>
        <translation>{words}, eine Warnung</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>“{source}” is understood. Press to make it plain text.</source>
        <translation>„{source}“ ist verstanden. Drücken Sie, damit es nur Text ist.</translation>
    </message>
    <message>
        <source>“{source}” is kept and asked for in the debrief. Press for plain text.</source>
        <translation>„{source}“ ist vorgemerkt und wird in der Nachbereitung erfragt. Drücken Sie, damit es nur Text ist.</translation>
    </message>
    <message>
        <source>Read from “{source}”. Press to take it; Tab takes the first.</source>
        <translation>Gelesen aus „{source}“. Drücken Sie zum Übernehmen; Tab übernimmt das erste.</translation>
    </message>
    <message>
        <source>“{source}” is plain text. Press to have it understood again.</source>
        <translation>„{source}“ ist nur Text. Drücken Sie, damit es wieder verstanden wird.</translation>
    </message>
    <message>
        <source>Perhaps this service. Press to name it; Tab takes the first.</source>
        <translation>Vielleicht dieser Service. Drücken Sie, um ihn zu nennen; Tab übernimmt den ersten.</translation>
    </message>
    <message>
        <source>Perhaps this service, because of: {words}. Press to name it; Tab takes the first.</source>
        <translation>Vielleicht dieser Service, wegen: {words}. Drücken Sie, um ihn zu nennen; Tab übernimmt den ersten.</translation>
    </message>
    <message>
        <source>Photo {n}</source>
        <translation>Foto {n}</translation>
    </message>
    <message>
        <source>Goes with this note. Press to leave it out; Ctrl+Alt+B blacks out faces and labels.</source>
        <translation>Gehört zu dieser Notiz. Drücken Sie zum Weglassen; Strg+Alt+B schwärzt Gesichter und Etiketten.</translation>
    </message>
    <message>
        <source> (+{n})</source>
        <translation> (+{n})</translation>
    </message>
    <message>
        <source>Notes speak of roles, such as @driver, not of persons. Ctrl+M masks it; press the chip if it is fine.</source>
        <translation>Notizen sprechen von Rollen wie @Fahrer, nicht von Personen. Strg+M macht es unkenntlich; drücken Sie auf die Marke, wenn es so in Ordnung ist.</translation>
    </message>
    <message>
        <source>Damage {n}: {word}</source>
        <translation>Schaden {n}: {word}</translation>
    </message>
    <message>
        <source>Told, not seen</source>
        <translation>Erzählt, nicht gesehen</translation>
    </message>
    <message>
        <source>“{text}” looks like a name: use a role</source>
        <translation>„{text}“ sieht nach einem Namen aus: Nehmen Sie eine Rolle</translation>
    </message>
    <message>
        <source>“{text}” looks like a phone number: leave it out</source>
        <translation>„{text}“ sieht nach einer Telefonnummer aus: Lassen Sie sie weg</translation>
    </message>
    <message>
        <source>“{text}” looks like an e-mail address: leave it out</source>
        <translation>„{text}“ sieht nach einer E-Mail-Adresse aus: Lassen Sie sie weg</translation>
    </message>
    <message>
        <source>“{text}” looks like a number plate: leave it out</source>
        <translation>„{text}“ sieht nach einem Kennzeichen aus: Lassen Sie es weg</translation>
    </message>
    <message>
        <source>“{text}” looks like an address: leave it out</source>
        <translation>„{text}“ sieht nach einer Anschrift aus: Lassen Sie sie weg</translation>
    </message>
    <message>
        <source>“{text}” looks like somebody’s number: leave it out</source>
        <translation>„{text}“ sieht nach der Nummer einer Person aus: Lassen Sie sie weg</translation>
    </message>
    <message>
        <source>{word}: one of {n}, say later</source>
        <translation>{word}: einer von {n}, später klären</translation>
    </message>
    <message>
        <source>{word}: not in the catalogue</source>
        <translation>{word}: nicht im Katalog</translation>
    </message>
    <message>
        <source>{n} × an hour</source>
        <translation>{n} × je Stunde</translation>
    </message>
    <message>
        <source>{n} × a day</source>
        <translation>{n} × am Tag</translation>
    </message>
    <message>
        <source>{n} × a week</source>
        <translation>{n} × in der Woche</translation>
    </message>
    <message>
        <source>{n} × a month</source>
        <translation>{n} × im Monat</translation>
    </message>
    <message>
        <source>{time} lost</source>
        <translation>{time} verloren</translation>
    </message>
    <message>
        <source>Seen {n} ×</source>
        <translation>{n} × gesehen</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Type a few letters; Enter: {done}</source>
        <translation>Tippen Sie ein paar Buchstaben; Enter: {done}</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ClaimCard</name>
    <message>
        <source>somebody without a name</source>
        <translation>jemand ohne Namen</translation>
    </message>
    <message>
        <source>shown until now</source>
        <translation>bisher angezeigt</translation>
    </message>
    <message>
        <source>{number}   This holds</source>
        <translation>{number}   Das gilt</translation>
    </message>
    <message>
        <source>{number}: {words}, by {who}</source>
        <translation>{number}: {words}, von {who}</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>{share} of the harm lies with services in the lower half of IT’s list.</source>
        <translation>{share} des Schadens entfallen auf Services in der unteren Hälfte der Liste der IT.</translation>
    </message>
    <message>
        <source>the business</source>
        <translation>den Fachbereich</translation>
    </message>
    <message>
        <source>{services} cost {where} the most.</source>
        <translation>{services} kosten {where} am meisten.</translation>
    </message>
    <message>
        <source>{share} of all that hurts lies with services in the lower half of IT’s list.</source>
        <translation>{share} von allem, was weh tut, liegen bei Services in der unteren Hälfte der IT-Liste.</translation>
    </message>
    <message>
        <source>in the lower half of IT’s list</source>
        <translation>in der unteren Hälfte der IT-Liste</translation>
    </message>
    <message>
        <source>in the upper half</source>
        <translation>in der oberen Hälfte</translation>
    </message>
    <message>
        <source>What hurts, by where it stands on IT’s list</source>
        <translation>Was weh tut, nach seinem Platz auf der IT-Liste</translation>
    </message>
    <message>
        <source>IT assumed</source>
        <translation>Von der IT angenommen</translation>
    </message>
    <message>
        <source>Not on IT’s list</source>
        <translation>Nicht auf der IT-Liste</translation>
    </message>
    <message>
        <source>The field showed</source>
        <translation>Vor Ort gezeigt</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Noch nicht gesehen</translation>
    </message>
    <message>
        <source>People said</source>
        <translation>Von den Leuten genannt</translation>
    </message>
    <message>
        <source>What IT assumed and what the field showed</source>
        <translation>Was die IT annahm und was sich vor Ort zeigte</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>nicht auf der Liste</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>noch nicht gesehen</translation>
    </message>
    <message>
        <source>{service}: IT’s list {ours}, the field {field}</source>
        <translation>{service}: IT-Liste {ours}, vor Ort {field}</translation>
    </message>
    <message>
        <source>{service}: IT’s list {ours}, people said {said}, the field {field}</source>
        <translation>{service}: IT-Liste {ours}, genannt {said}, vor Ort {field}</translation>
    </message>
    <message>
        <source>Overlooked by IT: {names}.</source>
        <translation>Von der IT übersehen: {names}.</translation>
    </message>
    <message>
        <source>Less pressing than IT thinks: {names}.</source>
        <translation>Weniger dringend, als die IT denkt: {names}.</translation>
    </message>
    <message>
        <source>People asked: {number}.</source>
        <translation>Gefragte Personen: {number}.</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>Hours lost in a year by business step</source>
        <translation>Verlorene Stunden im Jahr nach Arbeitsschritt</translation>
    </message>
    <message>
        <source>{step}: {hours} h a year</source>
        <translation>{step}: {hours} h im Jahr</translation>
    </message>
    <message>
        <source>{step} needs {needs}.</source>
        <translation>{step} braucht {needs}.</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>the whole of {name}</source>
        <translation>{name} insgesamt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Spricht für</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Wie man die Person erreicht</translation>
    </message>
    <message>
        <source>Edit a contact</source>
        <translation>Ansprechperson bearbeiten</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Ansprechperson hinzufügen</translation>
    </message>
    <message>
        <source>What do you need from IT?</source>
        <translation>Was brauchen Sie von der IT?</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>What we asked</source>
        <translation>Was wir gefragt haben</translation>
    </message>
    <message>
        <source>What follows from it</source>
        <translation>Was daraus folgt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Conversation with {name}</source>
        <translation>Gespräch mit {name}</translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message>
        <source>Contacts</source>
        <translation>Ansprechpersonen</translation>
    </message>
    <message>
        <source>Remove {name}? What they said goes with them; Ctrl+Z on the desk brings both back.</source>
        <translation>{name} entfernen? Was gesagt wurde, geht mit; Strg+Z am Schreibtisch holt beides zurück.</translation>
    </message>
    <message>
        <source>Remove {name} from the contacts?</source>
        <translation>{name} aus den Ansprechpersonen entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removed; undo in Review or on Pain points brings it back.</source>
        <translation>Entfernt; Rückgängig in der Durchsicht oder bei den Schmerzpunkten holt es zurück.</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Ansprechperson hinzufügen</translation>
    </message>
    <message>
        <source>Edit the contact</source>
        <translation>Die Ansprechperson bearbeiten</translation>
    </message>
    <message>
        <source>Remove the contact</source>
        <translation>Die Ansprechperson entfernen</translation>
    </message>
    <message>
        <source>Note a conversation</source>
        <translation>Ein Gespräch notieren</translation>
    </message>
    <message>
        <source>Change the conversation</source>
        <translation>Das Gespräch ändern</translation>
    </message>
    <message>
        <source>Remove the conversation</source>
        <translation>Das Gespräch entfernen</translation>
    </message>
    <message>
        <source>the whole of {name}</source>
        <translation>{name} insgesamt</translation>
    </message>
    <message>
        <source>never asked yet</source>
        <translation>noch nie gefragt</translation>
    </message>
    <message>
        <source>last asked {day}</source>
        <translation>zuletzt gefragt am {day}</translation>
    </message>
    <message>
        <source>Nobody has asked them yet what they need.</source>
        <translation>Noch niemand hat gefragt, was hier gebraucht wird.</translation>
    </message>
    <message>
        <source>What follows: {step}</source>
        <translation>Was folgt: {step}</translation>
    </message>
    <message>
        <source>There is no firm yet; bring in the business under Settings first.</source>
        <translation>Es gibt noch keine Firma; bringen Sie zuerst unter Einstellungen die Organisation ein.</translation>
    </message>
    <message>
        <source>Whom do you ask what they need?</source>
        <translation>Wen fragen Sie, was gebraucht wird?</translation>
    </message>
    <message>
        <source>Keep somebody for the whole firm, somebody for each unit and somebody in the roles you visit, and write down what they said and when.</source>
        <translation>Führen Sie jemanden für die ganze Firma, jemanden für jeden Bereich und jemanden in den Rollen, die Sie besuchen, und schreiben Sie auf, was wann gesagt wurde.</translation>
    </message>
    <message>
        <source>Add a contact…</source>
        <translation>Ansprechperson hinzufügen …</translation>
    </message>
    <message>
        <source>WHOM TO TALK TO</source>
        <translation>MIT WEM SPRECHEN</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Conversations, newest first</source>
        <translation>Gespräche, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Note a conversation…</source>
        <translation>Gespräch notieren …</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
</context>
<context>
    <name>CoverDialog</name>
    <message>
        <source>Black out</source>
        <translation>Schwärzen</translation>
    </message>
    <message>
        <source>Black out faces, labels and screens</source>
        <translation>Gesichter, Etiketten und Bildschirme schwärzen</translation>
    </message>
    <message>
        <source>Draw over what nobody may see. The pixels are replaced for good, here and on every laptop; released reports that show the photo lose their content. This cannot be undone.</source>
        <translation>Übermalen Sie, was niemand sehen darf. Die Bildpunkte werden endgültig ersetzt, hier und auf jedem Laptop; freigegebene Berichte, die das Foto zeigen, verlieren ihren Inhalt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source> Rectangle</source>
        <translation> Rechteck</translation>
    </message>
    <message>
        <source>Add a rectangle in the middle   Ctrl+R</source>
        <translation>In der Mitte ein Rechteck hinzufügen   Strg+R</translation>
    </message>
    <message>
        <source> Brush</source>
        <translation> Pinsel</translation>
    </message>
    <message>
        <source>Draw with a brush instead of rectangles   Ctrl+B</source>
        <translation>Mit einem Pinsel statt mit Rechtecken malen   Strg+B</translation>
    </message>
    <message>
        <source> Take away</source>
        <translation> Wegnehmen</translation>
    </message>
    <message>
        <source>Take the chosen cover away   Del</source>
        <translation>Die gewählte Schwärzung wegnehmen   Entf</translation>
    </message>
    <message>
        <source>Arrows move, Shift+arrows size, with Ctrl in small steps · Page Up and Down choose · Insert adds, Del takes away</source>
        <translation>Pfeile verschieben, Umschalt+Pfeile ändern die Größe, mit Strg in kleinen Schritten · Bild auf und ab wählen · Einfg fügt hinzu, Entf nimmt weg</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>CoverView</name>
    <message>
        <source>Photo to be blacked out</source>
        <translation>Foto zum Schwärzen</translation>
    </message>
    <message>
        <source>Nothing is covered yet.</source>
        <translation>Noch ist nichts geschwärzt.</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} von {all}</translation>
    </message>
    <message>
        <source>Brush stroke {number}</source>
        <translation>Pinselstrich {number}</translation>
    </message>
    <message>
        <source>Rectangle {number}: {left} % from the left, {top} % from the top, {wide} × {high} %</source>
        <translation>Rechteck {number}: {left} % von links, {top} % von oben, {wide} × {high} %</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>The line that you were typing is still there, and is kept in the store in case it is lost.</source>
        <translation>Die Zeile, die Sie gerade schrieben, steht noch da und ist für alle Fälle im Datenspeicher aufgehoben.</translation>
    </message>
    <message>
        <source>The line that you were typing could not be kept: copy it before you close Shadow.</source>
        <translation>Die Zeile, die Sie gerade schrieben, konnte nicht aufgehoben werden: Kopieren Sie sie, bevor Sie Shadow schließen.</translation>
    </message>
    <message>
        <source>Save a report without content</source>
        <translation>Bericht ohne Inhalte speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>The report is at {path}.</source>
        <translation>Der Bericht liegt unter {path}.</translation>
    </message>
    <message>
        <source>Something went wrong inside Shadow</source>
        <translation>In Shadow ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>What you saved is safe.</source>
        <translation>Was Sie gespeichert haben, ist sicher.</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefgegangen ist</translation>
    </message>
    <message>
        <source>A report helps whoever looks after Shadow to find the mistake. It holds versions, kinds of errors, lines of the program, ids, counts and durations: no note, no name, no folder. Nothing is sent; you choose where the file goes.</source>
        <translation>Ein Bericht hilft denen, die Shadow betreuen, den Fehler zu finden. Er enthält Versionen, Arten von Fehlern, Zeilen des Programms, Kennungen, Anzahlen und Dauern: keine Notiz, keinen Namen, keinen Ordner. Nichts wird gesendet; Sie wählen, wohin die Datei kommt.</translation>
    </message>
    <message>
        <source>&amp;Save a report without content…</source>
        <translation>Bericht ohne Inhalte &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Close Shadow</source>
        <translation>Shadow s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>Damaged</name>
    <message>
        <source>Your store cannot be opened</source>
        <translation>Ihr Datenspeicher lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Nothing was changed and nothing is deleted: whatever takes its place, the store that is there now is moved aside whole.</source>
        <translation>Es wurde nichts geändert, und es wird nichts gelöscht: Was auch an seine Stelle tritt, der jetzige Datenspeicher wird ganz beiseitegelegt.</translation>
    </message>
    <message>
        <source>There is no backup in {folder}. What can still be read of the store is shown by the button below.</source>
        <translation>In {folder} liegt keine Sicherung. Was vom Datenspeicher noch lesbar ist, zeigt der Knopf unten.</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Sicherungen, die neueste zuerst</translation>
    </message>
    <message>
        <source>Put this backup back…</source>
        <translation>Diese Sicherung zurückspielen …</translation>
    </message>
    <message>
        <source>See what can be read…</source>
        <translation>Ansehen, was lesbar ist …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>DamagedPage</name>
    <message>
        <source>Put a backup back…</source>
        <translation>Eine Sicherung zurückspielen …</translation>
    </message>
    <message>
        <source>See what can be read of the store…</source>
        <translation>Ansehen, was vom Datenspeicher lesbar ist …</translation>
    </message>
    <message>
        <source>Reading the backup …</source>
        <translation>Die Sicherung wird gelesen …</translation>
    </message>
    <message>
        <source>Reading every page …</source>
        <translation>Jede Seite wird gelesen …</translation>
    </message>
    <message>
        <source>Put back the backup of {moment}?</source>
        <translation>Die Sicherung vom {moment} zurückspielen?</translation>
    </message>
    <message>
        <source>It takes the place of the store under a new number of this laptop.</source>
        <translation>Sie tritt an die Stelle des Datenspeichers, unter einer neuen Nummer dieses Laptops.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurückspielen</translation>
    </message>
    <message>
        <source>What can be read of the store</source>
        <translation>Was vom Datenspeicher lesbar ist</translation>
    </message>
    <message>
        <source>Nothing was changed. It can take the place of the store, which is then moved aside whole.</source>
        <translation>Es wurde nichts geändert. Es kann an die Stelle des Datenspeichers treten, der dann ganz beiseitegelegt wird.</translation>
    </message>
    <message>
        <source>Go on with this</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Putting it in its place …</source>
        <translation>Wird an seine Stelle gesetzt …</translation>
    </message>
</context>
<context>
    <name>DayStep</name>
    <message>
        <source>What the host says of the day</source>
        <translation>Was die begleitete Person zum Tag sagt</translation>
    </message>
    <message>
        <source>was thanked on</source>
        <translation>Dank ausgesprochen am</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>Schlagzeile</translation>
    </message>
    <message>
        <source>the day</source>
        <translation>der Tag</translation>
    </message>
    <message>
        <source>what you learnt</source>
        <translation>was Sie gelernt haben</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>typical or not</source>
        <translation>üblich oder nicht</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>Dank</translation>
    </message>
    <message>
        <source>open: {what}</source>
        <translation>offen: {what}</translation>
    </message>
    <message>
        <source>{words} of {most}</source>
        <translation>{words} von {most}</translation>
    </message>
    <message>
        <source>What surprised us?</source>
        <translation>Was hat uns überrascht?</translation>
    </message>
    <message>
        <source>What did we see, and what were we only told?</source>
        <translation>Was haben wir gesehen, und was wurde uns nur erzählt?</translation>
    </message>
    <message>
        <source>Which of IT’s assumptions fell?</source>
        <translation>Welche Annahmen der IT haben sich erledigt?</translation>
    </message>
    <message>
        <source>Was it a typical day?</source>
        <translation>War es ein üblicher Tag?</translation>
    </message>
    <message>
        <source>For each pain: does it harm the business? Is it urgent? Can it wait, and until when? How much effort is it worth? Who talks to the people? What does the service desk know?</source>
        <translation>Zu jedem Schmerzpunkt: Schadet er dem Geschäft? Ist er dringend? Kann er warten, und bis wann? Wie viel Aufwand ist er wert? Wer spricht mit den Leuten? Was weiß der Servicedesk?</translation>
    </message>
    <message>
        <source>If IT did one thing by next month, what would it be?</source>
        <translation>Wenn die IT bis nächsten Monat eines täte, was wäre es?</translation>
    </message>
    <message>
        <source>Who writes back to the host, when and how?</source>
        <translation>Wer schreibt der begleiteten Person zurück, wann und wie?</translation>
    </message>
</context>
<context>
    <name>Debrief</name>
    <message>
        <source>Same cause</source>
        <translation>Gleiche Ursache</translation>
    </message>
    <message>
        <source>Choose notes that have one cause (Space), press Enter and say what it is. Delete takes a note out.</source>
        <translation>Wählen Sie Notizen mit derselben Ursache (Leertaste), drücken Sie Enter, und nennen Sie sie. Entf nimmt eine Notiz heraus.</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Der Tag</translation>
    </message>
    <message>
        <source>What the report opens with, in words that the people you visited would use.</source>
        <translation>Womit der Bericht beginnt, in den Worten der Menschen, die Sie besucht haben.</translation>
    </message>
    <message>
        <source>Grades and facts</source>
        <translation>Bewertung und Fakten</translation>
    </message>
    <message>
        <source>Three digits grade a note: damage 0–4, how soon 0–3, workaround 1–3. ↑ and ↓ go from note to note.</source>
        <translation>Drei Ziffern bewerten eine Notiz: Schaden 0–4, wie bald 0–3, Behelf 1–3. ↑ und ↓ gehen von Notiz zu Notiz.</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>told</source>
        <translation>erzählt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Read from “{source}”. Space takes it or leaves it.</source>
        <translation>Gelesen aus „{source}“. Die Leertaste übernimmt es oder lässt es.</translation>
    </message>
    <message>
        <source>What we promise</source>
        <translation>Was wir zusagen</translation>
    </message>
    <message>
        <source>Only what we can keep. A promise without an owner and a date is a wish.</source>
        <translation>Nur, was wir halten können. Eine Zusage ohne Namen und Datum ist ein Wunsch.</translation>
    </message>
    <message>
        <source>{service}: importance</source>
        <translation>{service}: Wichtigkeit</translation>
    </message>
    <message>
        <source>{service}: satisfaction</source>
        <translation>{service}: Zufriedenheit</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>For each service that was used: how important is it, how satisfied are you? 10 is most.</source>
        <translation>Zu jedem benutzten Service: Wie wichtig ist er, wie zufrieden sind Sie? 10 ist am meisten.</translation>
    </message>
    <message>
        <source>Read it back</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Read these to the host: 1 agrees, 2 corrects in their own words, 3 withdraws.</source>
        <translation>Lesen Sie der begleiteten Person vor: 1 bestätigt, 2 berichtigt in eigenen Worten, 3 zieht zurück.</translation>
    </message>
    <message>
        <source>1 agrees</source>
        <translation>1 bestätigt</translation>
    </message>
    <message>
        <source>2 corrects</source>
        <translation>2 berichtigt</translation>
    </message>
    <message>
        <source>3 withdraws</source>
        <translation>3 zieht zurück</translation>
    </message>
    <message>
        <source>Kept, and counts nowhere.</source>
        <translation>Aufgehoben und nirgends gezählt.</translation>
    </message>
    <message>
        <source>Notes that need you</source>
        <translation>Notizen, die Sie brauchen</translation>
    </message>
    <message>
        <source>A takes what was read from the words, D declines it, 1–3 name a service, Enter goes on.</source>
        <translation>A übernimmt, was aus den Worten gelesen wurde, D lehnt es ab, 1–3 nennen einen Service, Enter geht weiter.</translation>
    </message>
</context>
<context>
    <name>DebriefDay</name>
    <message>
        <source>&amp;HEADLINE</source>
        <translation>S&amp;CHLAGZEILE</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Schlagzeile</translation>
    </message>
    <message>
        <source>The one sentence that the board should remember</source>
        <translation>Der eine Satz, den die Geschäftsleitung behalten soll</translation>
    </message>
    <message>
        <source>THE DAY IN 120 &amp;WORDS</source>
        <translation>DER TAG IN 120 &amp;WORTEN</translation>
    </message>
    <message>
        <source>The day in 120 words</source>
        <translation>Der Tag in 120 Worten</translation>
    </message>
    <message>
        <source>What they did, what stopped them, what it led to. No word of IT’s own.</source>
        <translation>Was getan wurde, was aufhielt, wozu es führte. Kein Wort aus der IT.</translation>
    </message>
    <message>
        <source>WHAT I &amp;LEARNT MYSELF</source>
        <translation>WAS ICH SELBST &amp;GELERNT HABE</translation>
    </message>
    <message>
        <source>What I learnt myself</source>
        <translation>Was ich selbst gelernt habe</translation>
    </message>
    <message>
        <source>What will you do differently at your own desk?</source>
        <translation>Was werden Sie am eigenen Schreibtisch anders machen?</translation>
    </message>
    <message>
        <source>H&amp;ours shadowed</source>
        <translation>Begleitete St&amp;unden</translation>
    </message>
    <message>
        <source>Hours shadowed</source>
        <translation>Begleitete Stunden</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>What the host says of the day</source>
        <translation>Was die begleitete Person zum Tag sagt</translation>
    </message>
    <message>
        <source>The host</source>
        <translation>Begleitete Person</translation>
    </message>
    <message>
        <source>Talk it over with your team lead</source>
        <translation>Besprechen Sie es mit Ihrer Teamleitung</translation>
    </message>
</context>
<context>
    <name>DebriefPromises</name>
    <message>
        <source>Promises of this visit</source>
        <translation>Zusagen dieses Besuchs</translation>
    </message>
    <message>
        <source>Nothing is promised yet. What can be done by next month, and who will see to it?</source>
        <translation>Noch ist nichts zugesagt. Was lässt sich bis nächsten Monat tun, und wer kümmert sich darum?</translation>
    </message>
    <message>
        <source>We &amp;promise</source>
        <translation>Wir sagen &amp;zu</translation>
    </message>
    <message>
        <source>What we promise</source>
        <translation>Was wir zusagen</translation>
    </message>
    <message>
        <source>In words that the host would use</source>
        <translation>In Worten, die man vor Ort benutzen würde</translation>
    </message>
    <message>
        <source>Kept b&amp;y</source>
        <translation>&amp;Verantwortlich</translation>
    </message>
    <message>
        <source>Who keeps it</source>
        <translation>Wer sie einhält</translation>
    </message>
    <message>
        <source>A person, not a team</source>
        <translation>Eine Person, kein Team</translation>
    </message>
    <message>
        <source>The host &amp;hears</source>
        <translation>Rück&amp;meldung</translation>
    </message>
    <message>
        <source>How the host will hear of it</source>
        <translation>Wie die begleitete Person davon erfährt</translation>
    </message>
    <message>
        <source>A call, the depot’s board, a mail to the shift lead</source>
        <translation>Ein Anruf, der Aushang im Depot, eine Mail an die Schichtleitung</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>Neue Zusage</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>DebriefTab</name>
    <message>
        <source>Debrief: {step}</source>
        <translation>Nachbereitung: {step}</translation>
    </message>
    <message>
        <source>Next step of the debrief</source>
        <translation>Nächster Schritt der Nachbereitung</translation>
    </message>
    <message>
        <source>Previous step of the debrief</source>
        <translation>Voriger Schritt der Nachbereitung</translation>
    </message>
    <message>
        <source>To the list of steps</source>
        <translation>Zur Liste der Schritte</translation>
    </message>
    <message>
        <source>Finish debrief</source>
        <translation>Nachbereitung abschließen</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>Den Bericht drucken</translation>
    </message>
    <message>
        <source>Take back what was done last</source>
        <translation>Zurücknehmen, was zuletzt getan wurde</translation>
    </message>
    <message>
        <source>Bring back what was taken back</source>
        <translation>Zurückholen, was zurückgenommen wurde</translation>
    </message>
    <message>
        <source>This visit has not begun yet.</source>
        <translation>Dieser Besuch hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>This visit is still going on. Finishing the debrief ends it.</source>
        <translation>Dieser Besuch läuft noch. Wer die Nachbereitung abschließt, beendet ihn.</translation>
    </message>
    <message>
        <source>Debriefed. Whatever you change is still saved.</source>
        <translation>Nachbereitet. Was Sie ändern, wird weiter gespeichert.</translation>
    </message>
    <message>
        <source>The debrief was due {when}. Better late than never.</source>
        <translation>Die Nachbereitung war {when} fällig. Besser spät als nie.</translation>
    </message>
    <message>
        <source>Memory fades: due {when}.</source>
        <translation>Die Erinnerung verblasst: fällig {when}.</translation>
    </message>
    <message>
        <source>The debrief is done. The visit waits for review; print its report now.</source>
        <translation>Die Nachbereitung ist abgeschlossen. Der Besuch wartet auf die Durchsicht; drucken Sie jetzt seinen Bericht.</translation>
    </message>
    <message numerus="yes">
        <source>The debrief is done, and its %n note(s) go to review; print its report now.</source>
        <translation>
            <numerusform>Die Nachbereitung ist abgeschlossen, und %n Notiz geht in die Durchsicht; drucken Sie jetzt den Bericht.</numerusform>
            <numerusform>Die Nachbereitung ist abgeschlossen, und %n Notizen gehen in die Durchsicht; drucken Sie jetzt den Bericht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to take back.</source>
        <translation>Nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Zurückgenommen: {what}</translation>
    </message>
    <message>
        <source>Nothing to bring back.</source>
        <translation>Nichts zurückzuholen.</translation>
    </message>
    <message>
        <source>Brought back: {what}</source>
        <translation>Zurückgeholt: {what}</translation>
    </message>
    <message>
        <source>Steps of the debrief</source>
        <translation>Schritte der Nachbereitung</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Voriger Schritt</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
</context>
<context>
    <name>DebriefWaiting</name>
    <message>
        <source>READ FROM THE WORDS — IS IT TRUE?</source>
        <translation>AUS DEN WORTEN GELESEN — STIMMT ES?</translation>
    </message>
    <message>
        <source>WHICH SERVICE IS IT ABOUT?</source>
        <translation>UM WELCHEN SERVICE GEHT ES?</translation>
    </message>
    <message>
        <source>NOTED BEFORE, WITH THE SAME RARE WORDS</source>
        <translation>SCHON NOTIERT, MIT DENSELBEN SELTENEN WORTEN</translation>
    </message>
    <message>
        <source>Take all · A</source>
        <translation>Alle übernehmen · A</translation>
    </message>
    <message>
        <source>Decline · D</source>
        <translation>Ablehnen · D</translation>
    </message>
    <message>
        <source>Other service · S</source>
        <translation>Anderer Service · S</translation>
    </message>
    <message>
        <source>Site safety, not counted · H</source>
        <translation>Arbeitsschutz, zählt nicht · H</translation>
    </message>
    <message>
        <source>Next · Enter</source>
        <translation>Weiter · Enter</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Details of the note</source>
        <translation>Einzelheiten der Notiz</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation>NOTIZ</translation>
    </message>
    <message>
        <source>OBSERVATION {n} · {time}</source>
        <translation>BEOBACHTUNG {n} · {time}</translation>
    </message>
    <message>
        <source>A note needs words. To take it away altogether, remove the note.</source>
        <translation>Eine Notiz braucht Worte. Um sie ganz loszuwerden, entfernen Sie die Notiz.</translation>
    </message>
    <message>
        <source>That is no length of time; write it as 6 min, 1h30 or 90s.</source>
        <translation>Das ist keine Dauer; schreiben Sie 6 min, 1h30 oder 90s.</translation>
    </message>
    <message>
        <source>No single service is called “{name}”; choose one of the list.</source>
        <translation>Kein einzelner Service heißt „{name}“; wählen Sie einen aus der Liste.</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>History of the note</source>
        <translation>Verlauf der Notiz</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Die Notiz entfernen</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Einzelheiten ausblenden</translation>
    </message>
    <message>
        <source>Choose a note in the timeline to see and change everything that is known about it.  Ctrl+↑ goes to the last one.</source>
        <translation>Wählen Sie eine Notiz im Zeitstrahl, um alles zu sehen und zu ändern, was über sie bekannt ist.  Strg+↑ führt zur letzten.</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>DAMAGE TO THE BUSINESS</source>
        <translation>SCHADEN FÜRS GESCHÄFT</translation>
    </message>
    <message>
        <source>HARM COMES</source>
        <translation>ZEIT BIS ZUM SCHADEN</translation>
    </message>
    <message>
        <source>SERVICES</source>
        <translation>SERVICES</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Wann es geschah</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Art der Notiz</translation>
    </message>
    <message>
        <source>Seen with</source>
        <translation>Gesehen bei</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Time lost</source>
        <translation>Verlorene Zeit</translation>
    </message>
    <message>
        <source>Time lost each time</source>
        <translation>Jedes Mal verlorene Zeit</translation>
    </message>
    <message>
        <source>such as 6 min or 1h30</source>
        <translation>etwa 6 min oder 1h30</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Ermittelt</translation>
    </message>
    <message>
        <source>Times seen</source>
        <translation>Wie oft gesehen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Aufgehalten</translation>
    </message>
    <message>
        <source>People stopped by one event</source>
        <translation>Von einem Vorfall aufgehaltene Personen</translation>
    </message>
    <message>
        <source> people</source>
        <translation> Personen</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Workaround</source>
        <translation>Behelf</translation>
    </message>
    <message>
        <source>Damage to the business</source>
        <translation>Schaden fürs Geschäft</translation>
    </message>
    <message>
        <source>Harm comes</source>
        <translation>Zeit bis zum Schaden</translation>
    </message>
    <message>
        <source>timed</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>Time lost is</source>
        <translation>Die verlorene Zeit ist</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>told</source>
        <translation>erzählt</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Reported to the service desk</source>
        <translation>Dem Servicedesk gemeldet</translation>
    </message>
    <message>
        <source>Desk told</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Why the desk was not told</source>
        <translation>Warum es dem Servicedesk nicht gemeldet wurde</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Warum nicht?</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Ticket number, if there is one</source>
        <translation>Ticketnummer, wenn es eine gibt</translation>
    </message>
    <message>
        <source>IN THEIR WORDS</source>
        <translation>IN EIGENEN WORTEN</translation>
    </message>
    <message>
        <source>Verbatim words</source>
        <translation>Wörtlich Gesagtes</translation>
    </message>
    <message>
        <source>“…”</source>
        <translation>„…“</translation>
    </message>
    <message>
        <source>WHAT HAPPENED NEXT</source>
        <translation>WAS DANN GESCHAH</translation>
    </message>
    <message>
        <source>What happened next</source>
        <translation>Was dann geschah</translation>
    </message>
    <message>
        <source>To whom, and what came of it</source>
        <translation>Wem, und was daraus wurde</translation>
    </message>
    <message>
        <source>OUR READING</source>
        <translation>UNSERE DEUTUNG</translation>
    </message>
    <message>
        <source>Our reading</source>
        <translation>Unsere Deutung</translation>
    </message>
    <message>
        <source>What we think it means</source>
        <translation>Was es unserer Meinung nach bedeutet</translation>
    </message>
    <message>
        <source>AFTER WHICH CHANGE</source>
        <translation>NACH WELCHER ÄNDERUNG</translation>
    </message>
    <message>
        <source>After which change</source>
        <translation>Nach welcher Änderung</translation>
    </message>
    <message>
        <source>A release or a change that it followed</source>
        <translation>Ein Release oder eine Änderung, auf die es folgte</translation>
    </message>
    <message>
        <source>This surprised us</source>
        <translation>Das hat uns überrascht</translation>
    </message>
</context>
<context>
    <name>DetailsWork</name>
    <message>
        <source>Black out the photo…</source>
        <translation>Das Foto schwärzen …</translation>
    </message>
    <message>
        <source>Note removed. Ctrl+Z brings it back.</source>
        <translation>Notiz entfernt. Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>Photos ({endings})</source>
        <translation>Fotos ({endings})</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Fotos anfügen</translation>
    </message>
    <message>
        <source>Photo taken off. Ctrl+Z brings it back.</source>
        <translation>Foto weggenommen. Strg+Z holt es zurück.</translation>
    </message>
    <message>
        <source>Blacked out. The pixels that were there are gone.</source>
        <translation>Geschwärzt. Die Bildpunkte von vorher sind weg.</translation>
    </message>
    <message>
        <source>Blacked out; the photo that was there is shown nowhere any more. Its pixels still lie in the stores that have it, until a lead erases them in Settings, Privacy: ask yours to.</source>
        <translation>Geschwärzt; das Foto von vorher wird nirgends mehr gezeigt. Seine Bildpunkte liegen noch in den Datenspeichern, die es haben, bis eine Leitung sie unter Einstellungen, Datenschutz löscht: Bitten Sie Ihre darum.</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>This goes for good, here and on every laptop that has it or ever gets it. A receipt keeps ids, counts and days, and no content.</source>
        <translation>Das ist endgültig, hier und auf jedem Laptop, der es hat oder je bekommt. Ein Beleg behält Kennungen, Anzahlen und Tage, aber keinen Inhalt.</translation>
    </message>
    <message>
        <source>What goes, and what stays</source>
        <translation>Was geht und was bleibt</translation>
    </message>
    <message>
        <source>I know that this cannot be taken back</source>
        <translation>Ich weiß, dass sich das nicht zurücknehmen lässt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>told, not seen</source>
        <translation>erzählt, nicht gesehen</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>LOOKING FOR ITS NOTES …</source>
        <translation>DIE NOTIZEN WERDEN GESUCHT …</translation>
    </message>
    <message>
        <source>{time} a year</source>
        <translation>{time} im Jahr</translation>
    </message>
    <message>
        <source>{share} of these hours are carried over to sites nobody has been to.</source>
        <translation>{share} dieser Stunden sind auf Standorte übertragen, an denen niemand war.</translation>
    </message>
    <message>
        <source>Nobody has graded the damage yet, so it counts as none.</source>
        <translation>Den Schaden hat noch niemand bewertet, er zählt deshalb als keiner.</translation>
    </message>
    <message>
        <source>NO NOTE IS TAGGED WITH THIS SERVICE</source>
        <translation>KEINE NOTIZ NENNT DIESEN SERVICE</translation>
    </message>
    <message>
        <source>FIRST {notes} · {visits} · {sites}</source>
        <translation>ERSTE {notes} · {visits} · {sites}</translation>
    </message>
    <message>
        <source>EVIDENCE</source>
        <translation>BELEGE</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>How this was worked out</source>
        <translation>Wie das berechnet wurde</translation>
    </message>
    <message>
        <source>NOTES</source>
        <translation>NOTIZEN</translation>
    </message>
    <message>
        <source>Notes behind this figure</source>
        <translation>Notizen hinter dieser Zahl</translation>
    </message>
    <message>
        <source>Enter opens the visit of a note.</source>
        <translation>Enter öffnet den Besuch einer Notiz.</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>an unknown laptop waits to be accepted</source>
        <translation>ein unbekannter Laptop wartet auf Annahme</translation>
    </message>
    <message>
        <source>next try {time}</source>
        <translation>nächster Versuch {time}</translation>
    </message>
    <message>
        <source>Exchanging …</source>
        <translation>Wird ausgetauscht …</translation>
    </message>
    <message>
        <source>Exchanging: {done} of {of}</source>
        <translation>Austausch: {done} von {of}</translation>
    </message>
    <message>
        <source>shadower</source>
        <translation>Begleitperson</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>You work alone: there is no team yet, and everything is yours to decide.</source>
        <translation>Sie arbeiten allein: Es gibt noch kein Team, und alles dürfen Sie entscheiden.</translation>
    </message>
    <message>
        <source>You lead this team.</source>
        <translation>Sie leiten dieses Team.</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>jemand ohne Namen</translation>
    </message>
    <message>
        <source>You belong to the team of {lead} (key {key}), and act as a lead in it.</source>
        <translation>Sie gehören zum Team von {lead} (Schlüssel {key}) und handeln darin als Leitung.</translation>
    </message>
    <message>
        <source>You belong to the team of {lead} (key {key}).</source>
        <translation>Sie gehören zum Team von {lead} (Schlüssel {key}).</translation>
    </message>
    <message>
        <source>last seen {when}</source>
        <translation>zuletzt gesehen {when}</translation>
    </message>
    <message>
        <source>founded the team</source>
        <translation>hat das Team gegründet</translation>
    </message>
    <message>
        <source>accepted here, not introduced by a lead</source>
        <translation>hier angenommen, nicht von einer Leitung eingeführt</translation>
    </message>
    <message>
        <source>revoked: {why}</source>
        <translation>ausgeschlossen: {why}</translation>
    </message>
    <message>
        <source>introduction ended on {day}</source>
        <translation>Einführung endete am {day}</translation>
    </message>
    <message>
        <source>introduced, until {day}</source>
        <translation>eingeführt, bis {day}</translation>
    </message>
    <message>
        <source>introduced</source>
        <translation>eingeführt</translation>
    </message>
    <message>
        <source>something that is not here</source>
        <translation>etwas, das nicht hier ist</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{number} min ago</source>
        <translation>vor {number} min</translation>
    </message>
    <message>
        <source>{number} h ago</source>
        <translation>vor {number} h</translation>
    </message>
    <message>
        <source>the hub</source>
        <translation>die Teamzentrale</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>der Ordner</translation>
    </message>
    <message>
        <source>no note unsent, but other changes</source>
        <translation>keine Notiz, aber andere Änderungen nicht übergeben</translation>
    </message>
    <message>
        <source>nothing unsent</source>
        <translation>alles übergeben</translation>
    </message>
    <message>
        <source>{place} was never told anything</source>
        <translation>{place} hat noch nie etwas erfahren</translation>
    </message>
    <message>
        <source>last told {place} {when}</source>
        <translation>{place} zuletzt beliefert {when}</translation>
    </message>
    <message>
        <source>{laptop} last seen {when}</source>
        <translation>{laptop} zuletzt gesehen {when}</translation>
    </message>
    <message>
        <source>laptop {number}</source>
        <translation>Laptop {number}</translation>
    </message>
    <message>
        <source>Works alone</source>
        <translation>Arbeitet allein</translation>
    </message>
    <message>
        <source>Hands over files</source>
        <translation>Übergibt Dateien</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>ExchangeLaptops</name>
    <message>
        <source>This is {laptop}; its key is {key}.</source>
        <translation>Das ist {laptop}; sein Schlüssel ist {key}.</translation>
    </message>
    <message>
        <source>From now on this laptop leads its team.</source>
        <translation>Ab jetzt leitet dieser Laptop sein Team.</translation>
    </message>
    <message>
        <source>May act as</source>
        <translation>Darf handeln als</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Everybody takes the work of {who} from then on without asking. A lead’s laptop may also accept notes, merge, erase, introduce and revoke.</source>
        <translation>Alle übernehmen von da an die Arbeit von {who}, ohne zu fragen. Der Laptop einer Leitung darf außerdem Notizen annehmen, zusammenführen, löschen, einführen und ausschließen.</translation>
    </message>
    <message>
        <source>Introduce {who}</source>
        <translation>{who} einführen</translation>
    </message>
    <message>
        <source>Introduce</source>
        <translation>Einführen</translation>
    </message>
    <message>
        <source>What it packs from now on is refused everywhere; what it had handed over before stays.</source>
        <translation>Was er ab jetzt packt, wird überall abgelehnt; was er vorher übergeben hat, bleibt.</translation>
    </message>
    <message>
        <source>Revoke {who}</source>
        <translation>{who} ausschließen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>lost, stolen, left the team …</source>
        <translation>verloren, gestohlen, nicht mehr im Team …</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Whose laptop is it?</source>
        <translation>Wem gehört der Laptop?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Introduce the chosen laptop…</source>
        <translation>Den gewählten Laptop einführen …</translation>
    </message>
    <message>
        <source>Introduce…   I</source>
        <translation>Einführen …   I</translation>
    </message>
    <message>
        <source>Revoke the chosen laptop…</source>
        <translation>Den gewählten Laptop ausschließen …</translation>
    </message>
    <message>
        <source>Revoke…   R</source>
        <translation>Ausschließen …   R</translation>
    </message>
    <message>
        <source>Say whose laptop it is…</source>
        <translation>Sagen, wem der Laptop gehört …</translation>
    </message>
    <message>
        <source>Whose is it…</source>
        <translation>Wem gehört er …</translation>
    </message>
    <message>
        <source>Say that this laptop leads the team</source>
        <translation>Sagen, dass dieser Laptop das Team leitet</translation>
    </message>
    <message>
        <source>I lead this team</source>
        <translation>Ich leite dieses Team</translation>
    </message>
    <message>
        <source>{who} (this laptop)</source>
        <translation>{who} (dieser Laptop)</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Laptops</translation>
    </message>
    <message>
        <source>No other laptop yet</source>
        <translation>Noch kein anderer Laptop</translation>
    </message>
    <message>
        <source>Take in a file from a colleague, or choose a folder where you meet: whoever is accepted stands here, with the day on which anything was heard of them.</source>
        <translation>Nehmen Sie eine Datei aus dem Team entgegen, oder wählen Sie einen Ordner, in dem Sie austauschen: Wer angenommen ist, steht hier, mit dem Tag, an dem zuletzt etwas kam.</translation>
    </message>
    <message>
        <source>Choose where we meet…</source>
        <translation>Ort zum Austausch wählen …</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Together</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>{who}, {laptop}, key {key}</source>
        <translation>{who}, {laptop}, Schlüssel {key}</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>jemand ohne Namen</translation>
    </message>
    <message>
        <source>Have you compared these keys with their owners? What they have left is taken from then on.</source>
        <translation>Haben Sie diese Schlüssel mit ihren Besitzern verglichen? Was sie hinterlegt haben, wird von da an übernommen.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Meet now</source>
        <translation>Jetzt austauschen</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Übergeben …</translation>
    </message>
    <message>
        <source>Receive…</source>
        <translation>Entgegennehmen …</translation>
    </message>
    <message>
        <source>Where we meet…</source>
        <translation>Wo wir austauschen …</translation>
    </message>
    <message>
        <source>Written twice</source>
        <translation>Doppelt geschrieben</translation>
    </message>
    <message>
        <source>People and laptops</source>
        <translation>Personen und Laptops</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Meet the others now</source>
        <translation>Jetzt mit den anderen austauschen</translation>
    </message>
    <message>
        <source>Hand over a file…</source>
        <translation>Eine Datei übergeben …</translation>
    </message>
    <message>
        <source>Receive a file…</source>
        <translation>Eine Datei entgegennehmen …</translation>
    </message>
    <message>
        <source>Take back what was received last</source>
        <translation>Das zuletzt Entgegengenommene zurücknehmen</translation>
    </message>
    <message>
        <source>Choose where we meet…</source>
        <translation>Ort zum Austausch wählen …</translation>
    </message>
    <message>
        <source>Stop the exchange</source>
        <translation>Den Austausch anhalten</translation>
    </message>
    <message>
        <source>Try again to meet the others</source>
        <translation>Den Austausch noch einmal versuchen</translation>
    </message>
    <message>
        <source>Accept the laptops that wait…</source>
        <translation>Die wartenden Laptops annehmen …</translation>
    </message>
    <message>
        <source>Pause meeting the others, or go on</source>
        <translation>Den Austausch aussetzen oder fortsetzen</translation>
    </message>
    <message>
        <source>Together: {part}</source>
        <translation>Gemeinsam: {part}</translation>
    </message>
    <message>
        <source>Where: {address}, {often}</source>
        <translation>Wo: {address}, {often}</translation>
    </message>
    <message>
        <source>Something was left there by a laptop that nobody here has accepted: {who}.</source>
        <translation>Dort liegt etwas von einem Laptop, den hier niemand angenommen hat: {who}.</translation>
    </message>
    <message>
        <source>It is tried again at {time}.</source>
        <translation>Um {time} wird es noch einmal versucht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) came in.</source>
        <translation>
            <numerusform>%Ln Änderung ist eingegangen.</numerusform>
            <numerusform>%Ln Änderungen sind eingegangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exchanging …</source>
        <translation>Wird ausgetauscht …</translation>
    </message>
    <message>
        <source>How far the exchange is</source>
        <translation>Wie weit der Austausch ist</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Annehmen …</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
</context>
<context>
    <name>ExchangeReceived</name>
    <message>
        <source>Take back what came in here…</source>
        <translation>Zurücknehmen, was hier eingegangen ist …</translation>
    </message>
    <message>
        <source>Take back all that came in from {who} on {when}? What somebody has worked on since stays. Ctrl+Z brings it again.</source>
        <translation>Alles zurücknehmen, was am {when} von {who} kam? Woran jemand seitdem gearbeitet hat, bleibt. Strg+Z bringt es wieder.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>What came in, the newest first</source>
        <translation>Eingegangenes, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Nothing came in yet</source>
        <translation>Noch ist nichts eingegangen</translation>
    </message>
    <message>
        <source>A colleague hands over a file whose name ends in .shadow: drop it anywhere on this window, or choose it here. You see what it would do before anything is taken.</source>
        <translation>Jemand aus dem Team übergibt eine Datei, deren Name auf .shadow endet: Ziehen Sie sie auf dieses Fenster, oder wählen Sie sie hier. Sie sehen, was sie bewirkt, bevor etwas übernommen wird.</translation>
    </message>
    <message>
        <source>Receive a file…</source>
        <translation>Eine Datei entgegennehmen …</translation>
    </message>
    <message>
        <source>Take back what came in…</source>
        <translation>Eingegangenes zurücknehmen …</translation>
    </message>
</context>
<context>
    <name>ExchangeTray</name>
    <message>
        <source>Another value for “{field}”</source>
        <translation>Anderer Wert für „{field}“</translation>
    </message>
    <message>
        <source>This holds</source>
        <translation>Das gilt</translation>
    </message>
    <message>
        <source>Written twice: value {number} holds</source>
        <translation>Doppelt geschrieben: Wert {number} gilt</translation>
    </message>
    <message>
        <source>Written twice: write another value…</source>
        <translation>Doppelt geschrieben: einen anderen Wert schreiben …</translation>
    </message>
    <message>
        <source>Open what was written twice</source>
        <translation>Öffnen, was doppelt geschrieben wurde</translation>
    </message>
    <message>
        <source>Which “{field}” holds?</source>
        <translation>Welches „{field}“ gilt?</translation>
    </message>
    <message>
        <source>Answered. U or Ctrl+Z asks again.</source>
        <translation>Beantwortet. U oder Strg+Z fragt noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was written twice</source>
        <translation>Nichts wurde doppelt geschrieben</translation>
    </message>
    <message>
        <source>Where two people change the same field without knowing of each other, both values are kept and wait here for somebody to choose.</source>
        <translation>Wo zwei Personen dasselbe Feld ändern, ohne voneinander zu wissen, bleiben beide Werte erhalten und warten hier, bis jemand wählt.</translation>
    </message>
    <message>
        <source>Receive a file…</source>
        <translation>Eine Datei entgegennehmen …</translation>
    </message>
    <message>
        <source>What was written twice</source>
        <translation>Was doppelt geschrieben wurde</translation>
    </message>
    <message>
        <source>Write another…   E</source>
        <translation>Anderes schreiben …   E</translation>
    </message>
    <message>
        <source>Open   O</source>
        <translation>Öffnen   O</translation>
    </message>
    <message>
        <source>Take back   U</source>
        <translation>Zurücknehmen   U</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>Pain points</source>
        <translation>Schmerzpunkte</translation>
    </message>
    <message>
        <source>Services, by what they cost</source>
        <translation>Services nach dem, was sie kosten</translation>
    </message>
    <message>
        <source>Accepted notes</source>
        <translation>Angenommene Notizen</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Alle Bereiche</translation>
    </message>
    <message>
        <source>Save the export…</source>
        <translation>Den Export speichern …</translation>
    </message>
    <message>
        <source>Choose a list of what the tool has already…</source>
        <translation>Eine Liste dessen wählen, was das Werkzeug schon hat …</translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>Zur Durchsicht</translation>
    </message>
    <message>
        <source>Leave nothing out</source>
        <translation>Nichts auslassen</translation>
    </message>
    <message>
        <source>Second import: {words}</source>
        <translation>Zweiter Import: {words}</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>There is nothing to export: accept notes in Review and put them into pain points first.</source>
        <translation>Es gibt nichts zu exportieren: Nehmen Sie zuerst in der Durchsicht Notizen an, und ordnen Sie sie Schmerzpunkten zu.</translation>
    </message>
    <message numerus="yes">
        <source>{rows}, in %n file(s)</source>
        <translation>
            <numerusform>{rows}, in %n Datei</numerusform>
            <numerusform>{rows}, in %n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln id(s) in {name}</source>
        <translation>
            <numerusform>%Ln Kennung in {name}</numerusform>
            <numerusform>%Ln Kennungen in {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows}; the first {n}:</source>
        <translation>{rows}; die ersten {n}:</translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>Nichts wird ausgelassen</translation>
    </message>
    <message>
        <source>{title} (*{suffix})</source>
        <translation>{title} (*{suffix})</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>{name} wird geschrieben …</translation>
    </message>
    <message>
        <source>Exported {rows} to {names}.</source>
        <translation>{rows} exportiert nach {names}.</translation>
    </message>
    <message>
        <source>Save the export</source>
        <translation>Den Export speichern</translation>
    </message>
    <message>
        <source>A list of what the receiving tool has</source>
        <translation>Eine Liste dessen, was das Zielwerkzeug hat</translation>
    </message>
    <message>
        <source>Lists (*.csv *.json *.tsv *.txt *.xml);;All files (*)</source>
        <translation>Listen (*.csv *.json *.tsv *.txt *.xml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Only what has been accepted in Review leaves, with every name masked.</source>
        <translation>Nur was in der Durchsicht angenommen ist, geht hinaus, und alle Namen sind unkenntlich gemacht.</translation>
    </message>
    <message>
        <source>W&amp;hat</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>V&amp;on</translation>
    </message>
    <message>
        <source>Business unit</source>
        <translation>Geschäftsbereich</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>Receiving tool</source>
        <translation>Zielwerkzeug</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>O&amp;rt</translation>
    </message>
    <message>
        <source>Place there</source>
        <translation>Ort dort</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Schon dort</translation>
    </message>
    <message>
        <source>Choose a &amp;list…</source>
        <translation>&amp;Liste wählen …</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>&amp;Requester</source>
        <translation>&amp;MelderMeldende Person</translation>
    </message>
    <message>
        <source>Mail address of the requester</source>
        <translation>Mailadresse der meldenden Person</translation>
    </message>
    <message>
        <source>name@firm.example</source>
        <translation>name@firma.example</translation>
    </message>
    <message>
        <source>Go to Re&amp;view</source>
        <translation>Zur &amp;Durchsicht</translation>
    </message>
    <message>
        <source>First rows of the export</source>
        <translation>Erste Zeilen des Exports</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
</context>
<context>
    <name>FilePassphrase</name>
    <message>
        <source>{name} opens with a passphrase that whoever packed it tells you.</source>
        <translation>{name} öffnet sich mit einer Passphrase, die Ihnen sagt, wer die Datei gepackt hat.</translation>
    </message>
    <message>
        <source>This file is sealed</source>
        <translation>Diese Datei ist versiegelt</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>At least {count} characters.</source>
        <translation>Mindestens {count} Zeichen.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
    <message>
        <source>Welcome to Shadow</source>
        <translation>Willkommen bei Shadow</translation>
    </message>
    <message>
        <source>Your notes stay on this computer, encrypted.</source>
        <translation>Ihre Notizen bleiben auf diesem Computer, verschlüsselt.</translation>
    </message>
    <message>
        <source>Everything that you write down goes into one encrypted file. The passphrase opens it; nobody can do without it.</source>
        <translation>Alles, was Sie aufschreiben, kommt in eine verschlüsselte Datei. Die Passphrase öffnet sie; ohne sie kann es niemand.</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>Ihr &amp;Name</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your &amp;team</source>
        <translation>Ihr &amp;Team</translation>
    </message>
    <message>
        <source>Your team</source>
        <translation>Ihr Team</translation>
    </message>
    <message>
        <source>&amp;With others</source>
        <translation>Mit &amp;anderen</translation>
    </message>
    <message>
        <source>With others</source>
        <translation>Mit anderen</translation>
    </message>
    <message>
        <source>I work alone, or hand over files</source>
        <translation>Ich arbeite allein oder übergebe Dateien</translation>
    </message>
    <message>
        <source>We meet in a shared folder</source>
        <translation>Wir tauschen in einem geteilten Ordner aus</translation>
    </message>
    <message>
        <source>We meet at the team’s hub (PostgreSQL)</source>
        <translation>Wir nutzen die Teamzentrale (Hub, PostgreSQL)</translation>
    </message>
    <message>
        <source>Where we meet</source>
        <translation>Wo wir austauschen</translation>
    </message>
    <message>
        <source>I &amp;lead this team</source>
        <translation>Ich &amp;leite dieses Team</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase &amp;again</source>
        <translation>Passphrase &amp;wiederholen</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase wiederholen</translation>
    </message>
    <message>
        <source>Let this computer&apos;s &amp;keyring open it, so that I am not asked every morning</source>
        <translation>Der &amp;Schlüsselbund dieses Computers darf öffnen, ohne jeden Morgen zu fragen</translation>
    </message>
    <message>
        <source>Look at the &amp;demo first</source>
        <translation>Zuerst die &amp;Demo ansehen</translation>
    </message>
    <message>
        <source>&amp;Make my store</source>
        <translation>&amp;Meinen Datenspeicher anlegen</translation>
    </message>
</context>
<context>
    <name>FirstVisitDialog</name>
    <message>
        <source>Import a catalogue</source>
        <translation>Einen Katalog importieren</translation>
    </message>
    <message>
        <source>Your first visit</source>
        <translation>Ihr erster Besuch</translation>
    </message>
    <message>
        <source>Where do you go first?</source>
        <translation>Wohin gehen Sie zuerst?</translation>
    </message>
    <message>
        <source>Three names are enough to begin. Everything can be changed and completed later under Settings.</source>
        <translation>Drei Namen genügen für den Anfang. Alles lässt sich später unter Einstellungen ändern und ergänzen.</translation>
    </message>
    <message>
        <source>Your &amp;organisation</source>
        <translation>Ihre &amp;Organisation</translation>
    </message>
    <message>
        <source>Your organisation</source>
        <translation>Ihre Organisation</translation>
    </message>
    <message>
        <source>&amp;Place, such as Harbour depot</source>
        <translation>Or&amp;t, etwa Depot Hafen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Whose &amp;work you watch, such as driver</source>
        <translation>Wessen &amp;Arbeit Sie begleiten, etwa Fahrer</translation>
    </message>
    <message>
        <source>Whose work you watch</source>
        <translation>Wessen Arbeit Sie begleiten</translation>
    </message>
    <message>
        <source>Wh&amp;en</source>
        <translation>Wa&amp;nn</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>I am there now</source>
        <translation>Ich bin gerade dort</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>&amp;IT services to tie the notes to</source>
        <translation>&amp;IT-Services, denen Notizen zugeordnet werden</translation>
    </message>
    <message>
        <source>IT services to tie the notes to</source>
        <translation>IT-Services, denen Notizen zugeordnet werden</translation>
    </message>
    <message>
        <source>A small list of 25 common ones</source>
        <translation>Eine kleine Liste mit 25 üblichen</translation>
    </message>
    <message>
        <source>My own list, from a file</source>
        <translation>Meine eigene Liste, aus einer Datei</translation>
    </message>
    <message>
        <source>None for now</source>
        <translation>Vorerst keine</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
</context>
<context>
    <name>FreshPage</name>
    <message>
        <source>Adding up what was noted. Of many notes this takes a moment …</source>
        <translation>Das Notierte wird zusammengezählt. Bei vielen Notizen dauert das einen Augenblick …</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>of the same name, with what was talked about</source>
        <translation>desselben Namens, mit dem, was besprochen wurde</translation>
    </message>
    <message>
        <source>goes off the key list of this computer as well</source>
        <translation>verschwindet auch aus der Schlüsselliste dieses Computers</translation>
    </message>
    <message>
        <source>goes off the key list: the report was released a month ago; the pseudonym stays</source>
        <translation>verschwindet aus der Schlüsselliste: Der Bericht wurde vor einem Monat freigegeben; das Pseudonym bleibt</translation>
    </message>
    <message>
        <source>shared a visit: what was noted with them goes as well</source>
        <translation>war beim selben Besuch: Was dabei notiert wurde, geht ebenfalls</translation>
    </message>
    <message>
        <source>a released report loses its content; its date and check sum stay</source>
        <translation>ein freigegebener Bericht verliert seinen Inhalt; Datum und Prüfsumme bleiben</translation>
    </message>
    <message>
        <source>what leads wrote stays: look whether it names anybody</source>
        <translation>was Leitungen geschrieben haben, bleibt: Sehen Sie nach, ob es jemanden nennt</translation>
    </message>
    <message>
        <source>loses notes and keeps others</source>
        <translation>verliert Notizen und behält andere</translation>
    </message>
    <message>
        <source>keeps no note</source>
        <translation>behält keine Notiz</translation>
    </message>
    <message>
        <source>stays: it holds numbers only</source>
        <translation>bleibt: enthält nur Zahlen</translation>
    </message>
    <message>
        <source>Visit {number}</source>
        <translation>Besuch {number}</translation>
    </message>
</context>
<context>
    <name>GradeRow</name>
    <message>
        <source>Damage to the business</source>
        <translation>Schaden fürs Geschäft</translation>
    </message>
    <message>
        <source>Harm comes</source>
        <translation>Wie bald</translation>
    </message>
    <message>
        <source>Workaround</source>
        <translation>Behelf</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>Seen or told</source>
        <translation>Gesehen oder erzählt</translation>
    </message>
    <message>
        <source>I did not expect this</source>
        <translation>Das habe ich nicht erwartet</translation>
    </message>
    <message>
        <source>Was the service desk told?</source>
        <translation>Wurde es dem Servicedesk gemeldet?</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Warum nicht?</translation>
    </message>
    <message>
        <source>Why the service desk was not told</source>
        <translation>Warum es dem Servicedesk nicht gemeldet wurde</translation>
    </message>
    <message>
        <source>Desk told?</source>
        <translation>Gemeldet?</translation>
    </message>
    <message>
        <source>requested on</source>
        <translation>beantragt am</translation>
    </message>
    <message>
        <source>delivered on</source>
        <translation>geliefert am</translation>
    </message>
    <message>
        <source>Is it still needed?</source>
        <translation>Wird es noch gebraucht?</translation>
    </message>
</context>
<context>
    <name>GradeStrip</name>
    <message>
        <source>How bad?</source>
        <translation>Wie schlimm?</translation>
    </message>
    <message>
        <source>How soon does it hurt?</source>
        <translation>Wie bald tut es weh?</translation>
    </message>
    <message>
        <source>press a digit</source>
        <translation>Ziffer drücken</translation>
    </message>
    <message>
        <source>Tab, digit</source>
        <translation>Tab, Ziffer</translation>
    </message>
    <message>
        <source>Grade the last note: {title}</source>
        <translation>Die letzte Notiz bewerten: {title}</translation>
    </message>
</context>
<context>
    <name>GradesStep</name>
    <message>
        <source>Show the notes that are graded, too</source>
        <translation>Auch die bewerteten Notizen zeigen</translation>
    </message>
    <message>
        <source>Every note that cost time has its grades.</source>
        <translation>Jede Notiz, die Zeit gekostet hat, ist bewertet.</translation>
    </message>
    <message>
        <source>Go on to the causes</source>
        <translation>Weiter zu den Ursachen</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) without all grades</source>
        <translation>
            <numerusform>%n Notiz unbewertet</numerusform>
            <numerusform>%n Notizen unbewertet</numerusform>
        </translation>
    </message>
    <message>
        <source>all graded</source>
        <translation>alle bewertet</translation>
    </message>
    <message>
        <source>nothing to grade</source>
        <translation>nichts zu bewerten</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>{row}, {column}: nobody works there.</source>
        <translation>{row}, {column}: Niemand arbeitet dort.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Prep (IT, before)</source>
        <translation>Vorbereitung (IT, vorher)</translation>
    </message>
    <message>
        <source>What do we believe are this unit&apos;s top 10 services? (lock list)</source>
        <translation>Was sind unserer Meinung nach die 10 wichtigsten Services dieses Bereichs? (Liste festhalten)</translation>
    </message>
    <message>
        <source>What were their tickets/changes in 90 days?</source>
        <translation>Welche Tickets und Änderungen gab es dort in 90 Tagen?</translation>
    </message>
    <message>
        <source>Which promises are open here?</source>
        <translation>Welche Zusagen sind hier offen?</translation>
    </message>
    <message>
        <source>Focus of the day?</source>
        <translation>Schwerpunkt des Tages?</translation>
    </message>
    <message>
        <source>Consent, works council, PPE, safety rules, who hosts, what is a typical day?</source>
        <translation>Einwilligung, Betriebsrat, Schutzausrüstung, Sicherheitsregeln, wer begleitet wird, was ist ein üblicher Tag?</translation>
    </message>
    <message>
        <source>What must not be recorded?</source>
        <translation>Was darf nicht aufgezeichnet werden?</translation>
    </message>
    <message>
        <source>Opening (host)</source>
        <translation>Einstieg (begleitete Person)</translation>
    </message>
    <message>
        <source>What will today look like?</source>
        <translation>Wie wird der heutige Tag?</translation>
    </message>
    <message>
        <source>What makes a good day?</source>
        <translation>Was macht einen guten Tag aus?</translation>
    </message>
    <message>
        <source>What must be done by when, and what happens if not?</source>
        <translation>Was muss bis wann erledigt sein, und was passiert sonst?</translation>
    </message>
    <message>
        <source>May I note / quote / photograph? (three separate yes/no)</source>
        <translation>Darf ich notieren / zitieren / fotografieren? (drei getrennte Ja/Nein)</translation>
    </message>
    <message>
        <source>During</source>
        <translation>Währenddessen</translation>
    </message>
    <message>
        <source>Show me.</source>
        <translation>Zeigen Sie es mir.</translation>
    </message>
    <message>
        <source>What are you waiting for?</source>
        <translation>Worauf warten Sie?</translation>
    </message>
    <message>
        <source>What do you do when it fails?</source>
        <translation>Was tun Sie, wenn es ausfällt?</translation>
    </message>
    <message>
        <source>How often?</source>
        <translation>Wie oft?</translation>
    </message>
    <message>
        <source>Who else stops?</source>
        <translation>Wer steht dann noch still?</translation>
    </message>
    <message>
        <source>Did you ring the desk – why not?</source>
        <translation>Haben Sie den Servicedesk angerufen – warum nicht?</translation>
    </message>
    <message>
        <source>What did you have before?</source>
        <translation>Was hatten Sie vorher?</translation>
    </message>
    <message>
        <source>What works well, don&apos;t touch?</source>
        <translation>Was läuft gut und soll so bleiben?</translation>
    </message>
    <message>
        <source>Critical incident</source>
        <translation>Kritisches Ereignis</translation>
    </message>
    <message>
        <source>last time it went badly</source>
        <translation>als es zuletzt schlecht lief</translation>
    </message>
    <message>
        <source>last time it went well</source>
        <translation>als es zuletzt gut lief</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anträge</translation>
    </message>
    <message>
        <source>anything you asked IT for and no longer need?</source>
        <translation>etwas bei der IT beantragt, das Sie nicht mehr brauchen?</translation>
    </message>
</context>
<context>
    <name>GuideBox</name>
    <message>
        <source>answered above</source>
        <translation>oben beantwortet</translation>
    </message>
    <message>
        <source>Go to the answer: {question}</source>
        <translation>Zur Antwort: {question}</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>jemand ohne Namen</translation>
    </message>
    <message>
        <source>{who}, laptop {number}</source>
        <translation>{who}, Laptop {number}</translation>
    </message>
    <message>
        <source>{laptop}: has not told its key</source>
        <translation>{laptop}: hat seinen Schlüssel noch nicht mitgeteilt</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>Mindestens {count} Zeichen.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>A file for a colleague, signed by this laptop. Pass it on as you like: on a stick, by mail, through a share.</source>
        <translation>Eine Datei für jemanden aus dem Team, von diesem Laptop unterschrieben. Geben Sie sie weiter, wie Sie mögen: auf einem Stick, per Mail, über eine Freigabe.</translation>
    </message>
    <message>
        <source>&amp;What goes into it</source>
        <translation>Was &amp;hineinkommt</translation>
    </message>
    <message>
        <source>What goes into it</source>
        <translation>Was hineinkommt</translation>
    </message>
    <message>
        <source>&amp;Seal it with a passphrase, which you tell them another way</source>
        <translation>Mit einer Passphrase &amp;versiegeln, die Sie auf anderem Weg mitteilen</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase &amp;again</source>
        <translation>Passphrase &amp;wiederholen</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Choose the file…</source>
        <translation>&amp;Datei wählen …</translation>
    </message>
    <message>
        <source>Seal it to &amp;laptops of the team: only they, and this one, can open it</source>
        <translation>Für &amp;Laptops des Teams versiegeln: Nur sie und dieser hier können die Datei öffnen</translation>
    </message>
    <message>
        <source>No other laptop has told its key yet: it does with the first exchange, or with a file that you take from it.</source>
        <translation>Noch hat kein anderer Laptop seinen Schlüssel mitgeteilt: Das geschieht mit dem ersten Austausch oder mit einer Datei, die Sie von ihm entgegennehmen.</translation>
    </message>
    <message>
        <source>Laptops that can open it</source>
        <translation>Laptops, die die Datei öffnen können</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of the note</source>
        <translation>Verlauf der Notiz</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation>Änderungen, die neuesten zuerst</translation>
    </message>
    <message>
        <source>{field} (taken back or brought back)</source>
        <translation>{field} (zurückgenommen oder zurückgeholt)</translation>
    </message>
    <message>
        <source>{who}, laptop {number}</source>
        <translation>{who}, Laptop {number}</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Imported: {summary}.</source>
        <translation>Importiert: {summary}.</translation>
    </message>
    <message>
        <source>CSV (*.csv *.txt);;All files (*)</source>
        <translation>CSV (*.csv *.txt);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>There is nothing new in this file; nothing would be written.</source>
        <translation>In dieser Datei steht nichts Neues; nichts würde geschrieben.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>… and {rest} more</source>
        <translation>… und {rest} weitere</translation>
    </message>
    <message>
        <source>headcount of {number}</source>
        <translation>Kopfzahl von {number}</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>Was der Import tun würde</translation>
    </message>
    <message>
        <source>Nothing is written until you say so; the import is one action, whole or not at all.</source>
        <translation>Nichts wird geschrieben, bevor Sie es sagen; der Import ist ein einziger Vorgang, ganz oder gar nicht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Nothing protects this store, so there is nothing to lock it with.</source>
        <translation>Diesen Datenspeicher schützt nichts, deshalb lässt er sich nicht sperren.</translation>
    </message>
    <message>
        <source>Locking …</source>
        <translation>Wird gesperrt …</translation>
    </message>
    <message>
        <source>The store is closed and its key is dropped. What is running keeps its start time.</source>
        <translation>Der Datenspeicher ist geschlossen, sein Schlüssel ist verworfen. Was läuft, behält seine Anfangszeit.</translation>
    </message>
    <message>
        <source>The line you were typing could not be put on the disk, so it waits in memory.</source>
        <translation>Die Zeile, die Sie gerade schrieben, konnte nicht auf die Festplatte geschrieben werden; sie wartet im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>What else opens your store?</source>
        <translation>Was öffnet Ihren Datenspeicher sonst?</translation>
    </message>
    <message>
        <source>Opening your store …</source>
        <translation>Ihr Datenspeicher wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>KeptLineDialog</name>
    <message>
        <source>A line that was not saved</source>
        <translation>Eine Zeile, die nicht gespeichert wurde</translation>
    </message>
    <message>
        <source>Something went wrong while this line was being typed. Copy it, then put it where it belongs.</source>
        <translation>Während diese Zeile getippt wurde, ging etwas schief. Kopieren Sie sie, und setzen Sie sie dorthin, wo sie hingehört.</translation>
    </message>
    <message>
        <source>The line that was not saved</source>
        <translation>Die Zeile, die nicht gespeichert wurde</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>&amp;Ask me again</source>
        <translation>&amp;Wieder fragen</translation>
    </message>
    <message>
        <source>&amp;Copy and forget</source>
        <translation>&amp;Kopieren und vergessen</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Passphrase of the store</source>
        <translation>Passphrase des Datenspeichers</translation>
    </message>
    <message>
        <source>The word that your lead gave you</source>
        <translation>Das Wort, das Sie von Ihrer Leitung haben</translation>
    </message>
    <message>
        <source>A passphrase for it</source>
        <translation>Eine Passphrase dafür</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The two passphrases differ; nothing was made.</source>
        <translation>Die beiden Passphrasen sind verschieden; es wurde nichts erzeugt.</translation>
    </message>
    <message>
        <source>The key {mark} opens this store.</source>
        <translation>Der Schlüssel {mark} öffnet diesen Datenspeicher.</translation>
    </message>
    <message>
        <source>It does not open this store.</source>
        <translation>Er öffnet diesen Datenspeicher nicht.</translation>
    </message>
    <message>
        <source>{file} is the key: keep it and its passphrase apart, and away from laptops. Give everybody the word below; in Settings, Keys they let it open their store, and are shown the digits {mark}.</source>
        <translation>{file} ist der Schlüssel: Bewahren Sie ihn und seine Passphrase getrennt auf, und nicht auf Laptops. Geben Sie allen das Wort unten; unter Einstellungen, Schlüssel lassen sie es für ihren Datenspeicher zu und sehen dann die Ziffern {mark}.</translation>
    </message>
    <message>
        <source>This is the word for everybody</source>
        <translation>Das ist das Wort für alle</translation>
    </message>
</context>
<context>
    <name>KindPill</name>
    <message>
        <source>Kind of note. ↑ ↓ or Ctrl+1…7 while writing; press for the list.</source>
        <translation>Art der Notiz. ↑ ↓ oder Strg+1…7 beim Schreiben; drücken Sie für die Liste.</translation>
    </message>
    <message>
        <source>What the line says</source>
        <translation>Was die Zeile besagt</translation>
    </message>
    <message>
        <source>“{sign}” is plain text</source>
        <translation>„{sign}“ ist nur Text</translation>
    </message>
    <message>
        <source>Kind of note: {kind}</source>
        <translation>Art der Notiz: {kind}</translation>
    </message>
</context>
<context>
    <name>LineKeeper</name>
    <message>
        <source>Shadow was stopped while you were writing. The line is here again; Enter saves it.</source>
        <translation>Shadow wurde beendet, während Sie schrieben. Die Zeile steht wieder da; die Eingabetaste speichert sie.</translation>
    </message>
</context>
<context>
    <name>LiveTab</name>
    <message>
        <source>Immersion day</source>
        <translation>Tag des Eintauchens</translation>
    </message>
    <message>
        <source>After a release</source>
        <translation>Nach einem Release</translation>
    </message>
    <message>
        <source>with the {role}</source>
        <translation>Rolle {role}</translation>
    </message>
    <message>
        <source>+{n} this hour</source>
        <translation>+{n} in dieser Stunde</translation>
    </message>
    <message>
        <source>of {n} in the catalogue</source>
        <translation>von {n} im Katalog</translation>
    </message>
    <message>
        <source>to tag or accept</source>
        <translation>zu benennen oder zu übernehmen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>No note of this visit holds these words.</source>
        <translation>Keine Notiz dieses Besuchs enthält diese Worte.</translation>
    </message>
    <message>
        <source>Find in this visit    Ctrl+F</source>
        <translation>Im Besuch suchen    Strg+F</translation>
    </message>
    <message>
        <source>gun logged out again #handheld ~6m</source>
        <translation>Scanner hat sich wieder abgemeldet #handscanner ~6m</translation>
    </message>
    <message>
        <source>! label printer jams, six stood waiting 6p ~10m</source>
        <translation>! Etikettendrucker klemmt, sechs standen und warteten 6p ~10m</translation>
    </message>
    <message>
        <source>“we keep a spare roll in the sock drawer” @loader</source>
        <translation>„wir haben eine Ersatzrolle in der Sockenschublade“ @lader</translation>
    </message>
    <message>
        <source>Write what you see and press Enter</source>
        <translation>Schreiben Sie, was Sie sehen, und drücken Sie Enter</translation>
    </message>
    <message>
        <source>That note belongs to another visit; you will find it on its page.</source>
        <translation>Diese Notiz gehört zu einem anderen Besuch; Sie finden sie auf dessen Seite.</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Besuch beginnen</translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>Besuch beenden</translation>
    </message>
    <message>
        <source>Go back to the field</source>
        <translation>Zurück vor Ort</translation>
    </message>
    <message>
        <source>Record a voice note, or stop and keep it</source>
        <translation>Eine Sprachnotiz aufnehmen, oder stoppen und behalten</translation>
    </message>
    <message>
        <source>Drop the recording</source>
        <translation>Die Aufnahme verwerfen</translation>
    </message>
    <message>
        <source>Play the recording, or stop it</source>
        <translation>Die Aufnahme abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Off the record, or on again</source>
        <translation>Vertraulich, oder wieder mit Aufzeichnung</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Den letzten Schritt rückgängig machen</translation>
    </message>
    <message>
        <source>Do the undone action again</source>
        <translation>Den zurückgenommenen Schritt wiederholen</translation>
    </message>
    <message>
        <source>Go to the last note</source>
        <translation>Zur letzten Notiz</translation>
    </message>
    <message>
        <source>Find in this visit</source>
        <translation>In diesem Besuch suchen</translation>
    </message>
    <message>
        <source>Look at similar notes</source>
        <translation>Ähnliche Notizen ansehen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>History of the note</source>
        <translation>Verlauf der Notiz</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Die Notiz entfernen</translation>
    </message>
    <message>
        <source>Finish the visit, or start it</source>
        <translation>Den Besuch beenden oder beginnen</translation>
    </message>
    <message>
        <source>Start or stop waiting</source>
        <translation>Warten beginnen oder beenden</translation>
    </message>
    <message>
        <source>Start or stop working around</source>
        <translation>Behelf beginnen oder beenden</translation>
    </message>
    <message>
        <source>Start or stop an activity</source>
        <translation>Eine Tätigkeit beginnen oder beenden</translation>
    </message>
    <message>
        <source>Start another activity</source>
        <translation>Eine weitere Tätigkeit beginnen</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Einzelheiten zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>OBSERVATIONS</source>
        <translation>BEOBACHTUNGEN</translation>
    </message>
    <message>
        <source>TIME LOST</source>
        <translation>VERLORENE ZEIT</translation>
    </message>
    <message>
        <source>SERVICES SEEN</source>
        <translation>SERVICES GESEHEN</translation>
    </message>
    <message>
        <source>WAITING FOR YOU</source>
        <translation>WARTET AUF SIE</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Off the record</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Aufnahme</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>PASSPHRASE</source>
        <translation>PASSPHRASE</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Unlock with this computer’s &amp;keyring</source>
        <translation>Mit dem &amp;Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>&amp;Other ways…</source>
        <translation>&amp;Andere Wege …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Unlock the store</source>
        <translation>Den Datenspeicher entsperren</translation>
    </message>
    <message>
        <source>Unlock with the keyring of this computer</source>
        <translation>Mit dem Schlüsselbund dieses Computers entsperren</translation>
    </message>
    <message>
        <source>Other ways to unlock…</source>
        <translation>Andere Wege zum Entsperren …</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
</context>
<context>
    <name>LooseNotes</name>
    <message>
        <source>{notes} that nobody has put together yet. Tick those that have one cause, and give it a name.</source>
        <translation>{notes}, die noch niemand zusammengefasst hat. Haken Sie die mit derselben Ursache an, und geben Sie ihr einen Namen.</translation>
    </message>
    <message>
        <source>The {notes} that hurt most. Tick those that have one cause, and give it a name.</source>
        <translation>Die {notes}, die am meisten weh tun. Haken Sie die mit derselben Ursache an, und geben Sie ihr einen Namen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Commands…</source>
        <translation>Befehle …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go to {page}</source>
        <translation>Zu {page}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>MayVoid</name>
    <message>
        <source>The host takes it back?</source>
        <translation>Die begleitete Person nimmt es zurück?</translation>
    </message>
    <message>
        <source>These released reports lose their content for good, here and on every laptop: {titles}</source>
        <translation>Diese freigegebenen Berichte verlieren ihren Inhalt für immer, hier und auf jedem Laptop: {titles}</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Festhalten</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Eine neue Passphrase wählen</translation>
    </message>
    <message>
        <source>You came in without it. The old one opens nothing from then on; not a row is encrypted anew.</source>
        <translation>Sie sind ohne sie hereingekommen. Die alte öffnet von da an nichts mehr; keine Zeile wird neu verschlüsselt.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>The new passphrase opens the store from now on; the old one opens nothing.</source>
        <translation>Von jetzt an öffnet die neue Passphrase den Datenspeicher; die alte öffnet nichts mehr.</translation>
    </message>
</context>
<context>
    <name>NewVisitDialog</name>
    <message>
        <source>A first look</source>
        <translation>Ein erster Blick</translation>
    </message>
    <message>
        <source>Did the release help?</source>
        <translation>Hat das Release geholfen?</translation>
    </message>
    <message>
        <source>There is no site yet. Bring your sites under Settings first.</source>
        <translation>Es gibt noch keinen Standort. Bringen Sie Ihre Standorte zuerst unter Einstellungen ein.</translation>
    </message>
    <message>
        <source>There is no role at this site yet. Bring roles under Settings first.</source>
        <translation>An diesem Standort gibt es noch keine Rolle. Bringen Sie Rollen zuerst unter Einstellungen ein.</translation>
    </message>
    <message>
        <source>Nobody can go yet. Say who you are under Settings first.</source>
        <translation>Noch kann niemand gehen. Sagen Sie zuerst unter Einstellungen, wer Sie sind.</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>Besuch planen</translation>
    </message>
    <message>
        <source>Where do you go, and with whom?</source>
        <translation>Wohin gehen Sie, und mit wem?</translation>
    </message>
    <message>
        <source>&amp;Site</source>
        <translation>&amp;Standort</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>&amp;Role you shadow</source>
        <translation>Begleitete &amp;Rolle</translation>
    </message>
    <message>
        <source>Role you shadow</source>
        <translation>Begleitete Rolle</translation>
    </message>
    <message>
        <source>&amp;Who goes</source>
        <translation>&amp;Wer geht</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>Wer geht</translation>
    </message>
    <message>
        <source>Wh&amp;en</source>
        <translation>Wa&amp;nn</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>W&amp;hat kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>What kind of visit</source>
        <translation>Art des Besuchs</translation>
    </message>
    <message>
        <source>&amp;Focus of the day</source>
        <translation>S&amp;chwerpunkt des Tages</translation>
    </message>
    <message>
        <source>Focus of the day</source>
        <translation>Schwerpunkt des Tages</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Plan it</source>
        <translation>&amp;Planen</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>{minutes} lost</source>
        <translation>{minutes} verloren</translation>
    </message>
    <message>
        <source>told</source>
        <translation>erzählt</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>to accept</source>
        <translation>zu übernehmen</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes by service</source>
        <translation>Notizen nach Service</translation>
    </message>
</context>
<context>
    <name>NoteRow</name>
    <message>
        <source>{minutes} lost</source>
        <translation>{minutes} verloren</translation>
    </message>
</context>
<context>
    <name>NoteView</name>
    <message>
        <source>{minutes} lost</source>
        <translation>{minutes} verloren</translation>
    </message>
    <message>
        <source>damage {n} of 4</source>
        <translation>Schaden {n} von 4</translation>
    </message>
    <message>
        <source>told, not seen</source>
        <translation>erzählt, nicht gesehen</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>something to accept or decline</source>
        <translation>etwas zu übernehmen oder abzulehnen</translation>
    </message>
    <message>
        <source>photos: {n}</source>
        <translation>Fotos: {n}</translation>
    </message>
    <message>
        <source>recordings: {n}</source>
        <translation>Aufnahmen: {n}</translation>
    </message>
    <message>
        <source>Pain point</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Workaround</source>
        <translation>Behelf</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Works well</source>
        <translation>Läuft gut</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{h} h {m:02}</source>
        <translation>{h} h {m:02}</translation>
    </message>
    <message>
        <source>{h} h</source>
        <translation>{h} h</translation>
    </message>
    <message>
        <source>seen {n:|time|times}</source>
        <translation>{n}-mal gesehen</translation>
    </message>
    <message>
        <source>people: {n}</source>
        <translation>Personen: {n}</translation>
    </message>
</context>
<context>
    <name>OffRecord</name>
    <message>
        <source>paused {n} min</source>
        <translation>seit {n} min angehalten</translation>
    </message>
    <message>
        <source>paused just now</source>
        <translation>gerade angehalten</translation>
    </message>
    <message>
        <source>Off the record</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>Press Ctrl+Shift+O to go on</source>
        <translation>Drücken Sie Strg+Umschalt+O zum Fortsetzen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>OpenedFiles</name>
    <message>
        <source>{name} is no file of Shadow&apos;s: hand-over files end in .shadow.</source>
        <translation>{name} ist keine Datei von Shadow: Übergabedateien enden auf .shadow.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Your notes are in {name}, encrypted. Your passphrase opens them.</source>
        <translation>Ihre Notizen liegen verschlüsselt in {name}. Ihre Passphrase öffnet sie.</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>Hide the pad</source>
        <translation>Den Block ausblenden</translation>
    </message>
    <message>
        <source>Hide the pad   Esc</source>
        <translation>Den Block ausblenden   Esc</translation>
    </message>
</context>
<context>
    <name>PainActions</name>
    <message>
        <source>Decide: do, later, decline…</source>
        <translation>Entscheiden: machen, später, ablehnen …</translation>
    </message>
    <message>
        <source>Promise something…</source>
        <translation>Etwas zusagen …</translation>
    </message>
    <message>
        <source>Tell the site…</source>
        <translation>Den Standort informieren …</translation>
    </message>
    <message>
        <source>Tell the service desk…</source>
        <translation>Den Servicedesk informieren …</translation>
    </message>
    <message>
        <source>Edit grades, effort, owner, stake…</source>
        <translation>Bewertung, Aufwand, Verantwortliche, Einsatz bearbeiten …</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Die Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Follow up: did it help?…</source>
        <translation>Nachmessen: Hat es geholfen? …</translation>
    </message>
    <message>
        <source>Close or re-open</source>
        <translation>Schließen oder wieder öffnen</translation>
    </message>
    <message>
        <source>History of the pain point</source>
        <translation>Verlauf des Schmerzpunkts</translation>
    </message>
    <message>
        <source>How this was worked out</source>
        <translation>Wie das berechnet wurde</translation>
    </message>
    <message>
        <source>Merge pain points…</source>
        <translation>Schmerzpunkte zusammenführen …</translation>
    </message>
    <message>
        <source>Split notes off…</source>
        <translation>Notizen abspalten …</translation>
    </message>
    <message>
        <source>Take the note out of the pain point</source>
        <translation>Die Notiz aus dem Schmerzpunkt nehmen</translation>
    </message>
    <message>
        <source>Remove the pain point</source>
        <translation>Den Schmerzpunkt entfernen</translation>
    </message>
    <message>
        <source>Bring a merged pain point back…</source>
        <translation>Einen zusammengeführten Schmerzpunkt zurückholen …</translation>
    </message>
    <message>
        <source>New pain point of the ticked notes…</source>
        <translation>Neuer Schmerzpunkt aus den angehakten Notizen …</translation>
    </message>
    <message>
        <source>Put the ticked notes into a pain point…</source>
        <translation>Die angehakten Notizen in einen Schmerzpunkt legen …</translation>
    </message>
    <message>
        <source>Tick all notes that are not sorted yet</source>
        <translation>Alle noch nicht zugeordneten Notizen anhaken</translation>
    </message>
    <message>
        <source>Find a pain point</source>
        <translation>Einen Schmerzpunkt suchen</translation>
    </message>
    <message>
        <source>Choose the business unit</source>
        <translation>Den Geschäftsbereich wählen</translation>
    </message>
    <message>
        <source>Choose the service</source>
        <translation>Den Service wählen</translation>
    </message>
    <message>
        <source>Only those without a decision</source>
        <translation>Nur die ohne Entscheidung</translation>
    </message>
    <message>
        <source>Only those without an owner</source>
        <translation>Nur die ohne Zuständige</translation>
    </message>
    <message>
        <source>Only closed ones</source>
        <translation>Nur geschlossene</translation>
    </message>
    <message>
        <source>Show all pain points</source>
        <translation>Alle Schmerzpunkte zeigen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Open the note in Review</source>
        <translation>Die Notiz in der Durchsicht öffnen</translation>
    </message>
    <message>
        <source>Open the visit of the note</source>
        <translation>Den Besuch der Notiz öffnen</translation>
    </message>
    <message>
        <source>Scroll the pain point down</source>
        <translation>Den Schmerzpunkt nach unten rollen</translation>
    </message>
    <message>
        <source>Scroll the pain point up</source>
        <translation>Den Schmerzpunkt nach oben rollen</translation>
    </message>
    <message>
        <source>No note is ticked: press Space on each that belongs to it, then N.</source>
        <translation>Keine Notiz ist angehakt: Drücken Sie bei jeder, die dazugehört, die Leertaste, dann N.</translation>
    </message>
    <message>
        <source>No note is ticked: press Space on each that belongs to it, then A.</source>
        <translation>Keine Notiz ist angehakt: Drücken Sie bei jeder, die dazugehört, die Leertaste, dann A.</translation>
    </message>
    <message>
        <source>Every note on {service} is sorted already, or the filters hide the others.</source>
        <translation>Jede Notiz zu {service} ist schon zugeordnet, oder die Filter verbergen die anderen.</translation>
    </message>
</context>
<context>
    <name>PainBackground</name>
    <message>
        <source>No note counts for it, so there is nothing to add up.</source>
        <translation>Keine Notiz zählt dafür, es gibt also nichts zusammenzurechnen.</translation>
    </message>
</context>
<context>
    <name>PainDrafts</name>
    <message>
        <source>You showed us: {title}.</source>
        <translation>Sie haben uns gezeigt: {title}.</translation>
    </message>
    <message>
        <source>Pain: {title} ({service}).</source>
        <translation>Schmerzpunkt: {title} ({service}).</translation>
    </message>
    <message>
        <source>Meanwhile: {around}.</source>
        <translation>Bis dahin: {around}.</translation>
    </message>
    <message>
        <source>We will do something about it: {reason}</source>
        <translation>Wir tun etwas dagegen: {reason}</translation>
    </message>
    <message>
        <source>We have put it off: {reason}</source>
        <translation>Wir haben es zurückgestellt: {reason}</translation>
    </message>
    <message>
        <source>We cannot do it: {reason}</source>
        <translation>Wir können es nicht tun: {reason}</translation>
    </message>
    <message>
        <source>Done: {text}</source>
        <translation>Erledigt: {text}</translation>
    </message>
    <message>
        <source>Promised: {text}</source>
        <translation>Zugesagt: {text}</translation>
    </message>
    <message>
        <source>Promised by {day}: {text}</source>
        <translation>Zugesagt bis {day}: {text}</translation>
    </message>
</context>
<context>
    <name>PainFacts</name>
    <message>
        <source>Of the {all:|hour|hours} a year {there:|is|are} worked out for sites we have been to, {beyond:|is|are} carried over to sites nobody has been to.</source>
        <translation>Von den {all:|Stunde|Stunden} im Jahr {there:!|ist|sind} {there} für Standorte berechnet, an denen wir waren; {beyond:|ist|sind} auf Standorte übertragen, an denen niemand war.</translation>
    </message>
    <message>
        <source>The hours a year are worked out for the sites we have been to, and for no other.</source>
        <translation>Die Stunden im Jahr sind nur für die Standorte berechnet, an denen wir waren.</translation>
    </message>
    <message>
        <source>Some notes say no minutes; they count as none.</source>
        <translation>Manche Notizen nennen keine Minuten; sie zählen als keine.</translation>
    </message>
    <message>
        <source>Where nobody entered how many hold the role, one person counts.</source>
        <translation>Wo niemand eingetragen hat, wie viele die Rolle haben, zählt eine Person.</translation>
    </message>
    <message>
        <source>Nobody has graded the damage yet, so it counts as none.</source>
        <translation>Den Schaden hat noch niemand bewertet, er zählt deshalb als keiner.</translation>
    </message>
    <message>
        <source>Nobody has seen it; it was told {times}.</source>
        <translation>Gesehen hat es niemand; erzählt wurde es {times}.</translation>
    </message>
    <message>
        <source>Seen {times}; nobody noted the minutes.</source>
        <translation>{times} gesehen; niemand hat die Minuten notiert.</translation>
    </message>
    <message>
        <source>Seen {times}: {minutes:|minute|minutes} lost before our eyes.</source>
        <translation>{times} gesehen: {minutes:|Minute|Minuten} vor unseren Augen verloren.</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>{number} times</source>
        <translation>{number}-mal</translation>
    </message>
    <message>
        <source>likely {span:|hour|hours}</source>
        <translation>wahrscheinlich {span:|Stunde|Stunden}</translation>
    </message>
    <message>
        <source>Nobody has asked yet whether it was reported to the service desk.</source>
        <translation>Noch niemand hat gefragt, ob es dem Servicedesk gemeldet wurde.</translation>
    </message>
    <message>
        <source>The service desk hears of it: each of the {notes} that ask says so.</source>
        <translation>Der Servicedesk erfährt davon: {notes} mit dieser Frage sagen es.</translation>
    </message>
    <message>
        <source>Asked about in {notes}, never reported in {silent}: too few to tell.</source>
        <translation>Gefragt in {notes}, nie gemeldet in {silent}: zu wenige für eine Aussage.</translation>
    </message>
    <message>
        <source>{share} of it never reaches the service desk ({silent} of {times}, {notes}).</source>
        <translation>{share} davon erreichen den Servicedesk nie ({silent} von {times}, {notes}).</translation>
    </message>
    <message>
        <source>Why not: {reasons}.</source>
        <translation>Warum nicht: {reasons}.</translation>
    </message>
    <message>
        <source>Nobody was seen waiting for something that was asked for.</source>
        <translation>Niemand wurde beim Warten auf etwas Beantragtes gesehen.</translation>
    </message>
    <message>
        <source>{number} still open.</source>
        <translation>{number} noch offen.</translation>
    </message>
    <message>
        <source>{share} of what ended was no longer needed ({expired} of {settled}).</source>
        <translation>{share} des Erledigten wurden nicht mehr gebraucht ({expired} von {settled}).</translation>
    </message>
    <message>
        <source>Waiting: {requests}, no dates known.</source>
        <translation>Warten: {requests}, keine Daten bekannt.</translation>
    </message>
    <message>
        <source>Waiting: {requests}, {mean:|day|days} on average, the longest {longest}.</source>
        <translation>Warten: {requests}, im Mittel {mean:|Tag|Tage}, am längsten {longest}.</translation>
    </message>
</context>
<context>
    <name>PainFilters</name>
    <message>
        <source>All units</source>
        <translation>Alle Bereiche</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Services</translation>
    </message>
</context>
<context>
    <name>PainGrades</name>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>as its notes say</source>
        <translation>wie in den Notizen</translation>
    </message>
    <message>
        <source>&amp;Damage</source>
        <translation>Scha&amp;den</translation>
    </message>
    <message>
        <source>&amp;Harm comes</source>
        <translation>&amp;Zeit bis zum Schaden</translation>
    </message>
    <message>
        <source>Wa&amp;y round it</source>
        <translation>&amp;Behelf</translation>
    </message>
    <message>
        <source>H&amp;its</source>
        <translation>Betri&amp;fft</translation>
    </message>
    <message>
        <source>Who t&amp;alks to the business</source>
        <translation>&amp;Spricht mit dem Fachbereich</translation>
    </message>
    <message>
        <source>a name; not the team that mends it</source>
        <translation>ein Name; nicht das Team, das es behebt</translation>
    </message>
    <message>
        <source>Talks to them &amp;next on</source>
        <translation>&amp;Nächstes Gespräch am</translation>
    </message>
    <message>
        <source>Who &amp;mends it</source>
        <translation>Be&amp;hebt es</translation>
    </message>
    <message>
        <source>not estimated</source>
        <translation>nicht geschätzt</translation>
    </message>
    <message>
        <source>not priced: the grade counts</source>
        <translation>ohne Preis: die Stufe zählt</translation>
    </message>
    <message>
        <source>Days of &amp;work to mend it</source>
        <translation>&amp;Arbeitstage für die Behebung</translation>
    </message>
    <message>
        <source>Money lost each time ({currency})</source>
        <translation>Verlust je Mal ({currency})</translation>
    </message>
    <message>
        <source>How often it comes to that, in %</source>
        <translation>Wie oft es dazu kommt, in %</translation>
    </message>
    <message>
        <source>a pattern across services</source>
        <translation>ein Muster über Services hinweg</translation>
    </message>
    <message>
        <source>What is at sta&amp;ke</source>
        <translation>Was auf dem Sp&amp;iel steht</translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <translation>The&amp;ma</translation>
    </message>
</context>
<context>
    <name>PainHistory</name>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Zusage</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nachmessung</translation>
    </message>
    <message>
        <source>Told the site</source>
        <translation>Rückmeldung an den Standort</translation>
    </message>
    <message>
        <source>Told the service desk</source>
        <translation>Rückmeldung an den Servicedesk</translation>
    </message>
    <message>
        <source>History of “{title}”</source>
        <translation>Verlauf von „{title}“</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>PainList</name>
    <message>
        <source>Not sorted yet: {notes}</source>
        <translation>Noch nicht zugeordnet: {notes}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>likely {span:|hour|hours}</source>
        <translation>wahrscheinlich {span:|Stunde|Stunden}</translation>
    </message>
    <message>
        <source>{time} a year</source>
        <translation>{time} im Jahr</translation>
    </message>
    <message>
        <source>nobody talks to the business about it</source>
        <translation>niemand spricht darüber mit dem Fachbereich</translation>
    </message>
</context>
<context>
    <name>PainPage</name>
    <message>
        <source>Pain points</source>
        <translation>Schmerzpunkte</translation>
    </message>
    <message numerus="yes">
        <source>%n pain point(s)</source>
        <translation>
            <numerusform>%n Schmerzpunkt</numerusform>
            <numerusform>%n Schmerzpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} without an owner</source>
        <translation>{number} ohne Zuständige</translation>
    </message>
    <message>
        <source>Nothing fits here</source>
        <translation>Nichts passt hier</translation>
    </message>
    <message>
        <source>No pain points yet</source>
        <translation>Noch keine Schmerzpunkte</translation>
    </message>
    <message>
        <source>No pain point has all that you ask for. Take the filters away to see the others.</source>
        <translation>Kein Schmerzpunkt erfüllt alles, wonach Sie fragen. Nehmen Sie die Filter weg, um die anderen zu sehen.</translation>
    </message>
    <message>
        <source>A pain point is made of notes with one cause. Give the notes their services in Review; what is tagged and costs time appears here as “not sorted yet”, to be put together.</source>
        <translation>Ein Schmerzpunkt besteht aus Notizen mit derselben Ursache. Geben Sie den Notizen in der Durchsicht ihre Services; was benannt ist und Zeit kostet, erscheint hier als „noch nicht zugeordnet“ und lässt sich zusammenfassen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Open Review</source>
        <translation>Durchsicht öffnen</translation>
    </message>
    <message>
        <source>What hurts the business most comes first.</source>
        <translation>Was dem Geschäft am meisten schadet, kommt zuerst.</translation>
    </message>
    <message>
        <source>Business unit</source>
        <translation>Geschäftsbereich</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Find a pain point</source>
        <translation>Einen Schmerzpunkt suchen</translation>
    </message>
    <message>
        <source>Without decision</source>
        <translation>Ohne Entscheidung</translation>
    </message>
    <message>
        <source>Without owner</source>
        <translation>Ohne Zuständige</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Pain points, dearest first</source>
        <translation>Schmerzpunkte, die teuersten zuerst</translation>
    </message>
    <message>
        <source>The pain point</source>
        <translation>Der Schmerzpunkt</translation>
    </message>
    <message>
        <source>Not sorted yet</source>
        <translation>Noch nicht zugeordnet</translation>
    </message>
    <message>
        <source>New pain point of the ticked notes…</source>
        <translation>Neuer Schmerzpunkt aus Angehaktem …</translation>
    </message>
    <message>
        <source>Put them into one that exists…</source>
        <translation>Zu einem vorhandenen legen …</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle anhaken</translation>
    </message>
    <message>
        <source>Notes that nobody has sorted yet; Space ticks one</source>
        <translation>Notizen, die noch niemand zugeordnet hat; die Leertaste hakt eine an</translation>
    </message>
    <message>
        <source>Space ticks a note, Enter opens it.</source>
        <translation>Die Leertaste hakt eine Notiz an, Enter öffnet sie.</translation>
    </message>
</context>
<context>
    <name>PainPhotos</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Photo: {words}</source>
        <translation>Foto: {words}</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>noch nicht da</translation>
    </message>
</context>
<context>
    <name>PainRecords</name>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Kept…</source>
        <translation>Eingehalten …</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>Aufgeben …</translation>
    </message>
    <message>
        <source>Tell…</source>
        <translation>Informieren …</translation>
    </message>
    <message>
        <source>Acknowledged…</source>
        <translation>Zur Kenntnis …</translation>
    </message>
    <message>
        <source>Service desk, {day}</source>
        <translation>Servicedesk, {day}</translation>
    </message>
    <message>
        <source>not acknowledged yet</source>
        <translation>noch nicht zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>acknowledged by {who} on {day}</source>
        <translation>zur Kenntnis genommen von {who} am {day}</translation>
    </message>
    <message>
        <source>acknowledged on {day}</source>
        <translation>zur Kenntnis genommen am {day}</translation>
    </message>
    <message>
        <source>before: {side}</source>
        <translation>vorher: {side}</translation>
    </message>
    <message>
        <source>after: {side}</source>
        <translation>nachher: {side}</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>Streichen</translation>
    </message>
    <message>
        <source>It helped: {hours:|hour|hours} a year given back</source>
        <translation>Es hat geholfen: {hours:|Stunde|Stunden} im Jahr zurückgewonnen</translation>
    </message>
    <message>
        <source>It got worse: {hours:|hour|hours} a year more</source>
        <translation>Es wurde schlimmer: {hours:|Stunde|Stunden} im Jahr mehr</translation>
    </message>
    <message>
        <source>Not yet proven: perhaps {hours:|hour|hours} a year given back</source>
        <translation>Noch nicht erwiesen: vielleicht {hours:|Stunde|Stunden} im Jahr zurückgewonnen</translation>
    </message>
    <message>
        <source>Not yet proven: perhaps {hours:|hour|hours} a year more</source>
        <translation>Noch nicht erwiesen: vielleicht {hours:|Stunde|Stunden} im Jahr mehr</translation>
    </message>
    <message>
        <source>Not measured yet: somebody must go to the same place and role before and after the change</source>
        <translation>Noch nicht gemessen: Jemand muss vor und nach der Änderung am selben Ort mit derselben Rolle mitgehen</translation>
    </message>
    <message>
        <source>nobody was out</source>
        <translation>niemand war vor Ort</translation>
    </message>
    <message>
        <source>met {rate} in ten hours of watching</source>
        <translation>{rate} in zehn begleiteten Stunden</translation>
    </message>
</context>
<context>
    <name>PainScene</name>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message>
        <source>Promise…</source>
        <translation>Zusagen …</translation>
    </message>
    <message>
        <source>Tell site…</source>
        <translation>Standort informieren …</translation>
    </message>
    <message>
        <source>Tell desk…</source>
        <translation>Servicedesk informieren …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nachmessung</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Abspalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Nobody talks to the business about this.</source>
        <translation>Niemand spricht darüber mit dem Fachbereich.</translation>
    </message>
    <message>
        <source>Name somebody…</source>
        <translation>Jemanden nennen …</translation>
    </message>
    <message>
        <source>Re-open</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>LOST IN A YEAR</source>
        <translation>VERLUST IM JAHR</translation>
    </message>
    <message>
        <source>COSTS A YEAR</source>
        <translation>KOSTEN IM JAHR</translation>
    </message>
    <message>
        <source>HOW SURE</source>
        <translation>WIE SICHER</translation>
    </message>
    <message>
        <source>WHAT TO DO</source>
        <translation>WAS TUN</translation>
    </message>
    <message>
        <source>SIX QUESTIONS</source>
        <translation>SECHS FRAGEN</translation>
    </message>
    <message>
        <source>Does it damage the business?</source>
        <translation>Schadet es dem Geschäft?</translation>
    </message>
    <message>
        <source>Is it time-critical?</source>
        <translation>Ist es zeitkritisch?</translation>
    </message>
    <message>
        <source>Until when can it be put off?</source>
        <translation>Bis wann lässt es sich aufschieben?</translation>
    </message>
    <message>
        <source>How much effort is it worth?</source>
        <translation>Wie viel Aufwand ist es wert?</translation>
    </message>
    <message>
        <source>Who talks to the users?</source>
        <translation>Wer spricht mit den Leuten?</translation>
    </message>
    <message>
        <source>What does the service desk know?</source>
        <translation>Was weiß der Servicedesk?</translation>
    </message>
    <message>
        <source>DECISION AND PROMISES</source>
        <translation>ENTSCHEIDUNG UND ZUSAGEN</translation>
    </message>
    <message>
        <source>WHO HAS BEEN TOLD</source>
        <translation>WER INFORMIERT WURDE</translation>
    </message>
    <message>
        <source>EVIDENCE</source>
        <translation>BELEGE</translation>
    </message>
    <message>
        <source>Notes behind this pain point</source>
        <translation>Notizen hinter diesem Schmerzpunkt</translation>
    </message>
    <message>
        <source>Enter opens the visit of a note, R opens it in Review.</source>
        <translation>Enter öffnet den Besuch einer Notiz, R öffnet sie in der Durchsicht.</translation>
    </message>
    <message>
        <source>HOW OFTEN IT IS MET</source>
        <translation>WIE OFT ES VORKOMMT</translation>
    </message>
    <message>
        <source>NEVER REPORTED, AND WAITING</source>
        <translation>NIE GEMELDET, UND WARTEN</translation>
    </message>
    <message>
        <source>DID IT HELP?</source>
        <translation>HAT ES GEHOLFEN?</translation>
    </message>
    <message>
        <source>How this was worked out</source>
        <translation>Wie das berechnet wurde</translation>
    </message>
</context>
<context>
    <name>PainSceneView</name>
    <message>
        <source>Promises</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>Sites that were told</source>
        <translation>Informierte Standorte</translation>
    </message>
    <message>
        <source>What the service desk was told</source>
        <translation>Was dem Servicedesk gesagt wurde</translation>
    </message>
    <message>
        <source>Changes that were followed up</source>
        <translation>Nachgemessene Änderungen</translation>
    </message>
    <message>
        <source>SIX QUESTIONS · {number} OF 6 ANSWERED</source>
        <translation>SECHS FRAGEN · {number} VON 6 BEANTWORTET</translation>
    </message>
    <message>
        <source>At stake: {words}</source>
        <translation>Auf dem Spiel: {words}</translation>
    </message>
    <message>
        <source>Mended by {team}.</source>
        <translation>Behebt: {team}.</translation>
    </message>
    <message>
        <source>Closed: {why}</source>
        <translation>Geschlossen: {why}</translation>
    </message>
    <message>
        <source>nobody said why</source>
        <translation>niemand hat gesagt, warum</translation>
    </message>
    <message>
        <source>It was closed, and has been seen again since.</source>
        <translation>Er war geschlossen und wurde seitdem wieder gesehen.</translation>
    </message>
    <message>
        <source>Re-open</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>at what an hour costs</source>
        <translation>nach dem, was eine Stunde kostet</translation>
    </message>
    <message>
        <source>no price of an hour is known</source>
        <translation>kein Preis einer Stunde bekannt</translation>
    </message>
    <message>
        <source>Not graded</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Grade the damage first.</source>
        <translation>Bewerten Sie zuerst den Schaden.</translation>
    </message>
    <message>
        <source>Nothing promised yet.</source>
        <translation>Noch nichts zugesagt.</translation>
    </message>
    <message>
        <source>Promise…</source>
        <translation>Zusagen …</translation>
    </message>
    <message>
        <source>No site stands behind it yet.</source>
        <translation>Noch steht kein Standort dahinter.</translation>
    </message>
    <message>
        <source>The service desk has not been told.</source>
        <translation>Der Servicedesk ist noch nicht informiert.</translation>
    </message>
    <message>
        <source>Tell the desk…</source>
        <translation>Servicedesk informieren …</translation>
    </message>
    <message>
        <source>Nothing was changed yet that could have helped.</source>
        <translation>Noch wurde nichts geändert, was hätte helfen können.</translation>
    </message>
    <message>
        <source>Follow-up…</source>
        <translation>Nachmessen …</translation>
    </message>
    <message>
        <source>No note stands behind it.</source>
        <translation>Keine Notiz steht dahinter.</translation>
    </message>
    <message>
        <source>Adding up …</source>
        <translation>Wird zusammengerechnet …</translation>
    </message>
</context>
<context>
    <name>PainSorting</name>
    <message>
        <source>New pain point</source>
        <translation>Neuer Schmerzpunkt</translation>
    </message>
    <message>
        <source>&amp;What goes wrong</source>
        <translation>&amp;Was geht schief</translation>
    </message>
    <message>
        <source>in a few words</source>
        <translation>in wenigen Worten</translation>
    </message>
    <message>
        <source>Made. Next: decide.</source>
        <translation>Angelegt. Als Nächstes: entscheiden.</translation>
    </message>
    <message>
        <source>{service}, made of {notes}.</source>
        <translation>{service}, aus {notes}.</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>This service has no pain point yet: press N to make the first of these notes.</source>
        <translation>Dieser Service hat noch keinen Schmerzpunkt: Drücken Sie N, um aus den ersten dieser Notizen einen zu machen.</translation>
    </message>
    <message>
        <source>Put the notes into</source>
        <translation>Die Notizen zuordnen</translation>
    </message>
    <message>
        <source>&amp;Pain point</source>
        <translation>&amp;Schmerzpunkt</translation>
    </message>
    <message>
        <source>Put together.</source>
        <translation>Zugeordnet.</translation>
    </message>
    <message>
        <source>{service} has no other pain point that could be merged with this one.</source>
        <translation>{service} hat keinen anderen Schmerzpunkt, der sich mit diesem zusammenführen ließe.</translation>
    </message>
    <message>
        <source>Tick at least one other pain point: two are needed to make one.</source>
        <translation>Haken Sie mindestens einen weiteren Schmerzpunkt an: Für einen braucht es zwei.</translation>
    </message>
    <message>
        <source>Merge pain points</source>
        <translation>Schmerzpunkte zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Make one of</source>
        <translation>&amp;Einen machen aus</translation>
    </message>
    <message>
        <source>&amp;The one that stays</source>
        <translation>&amp;Der bleibt</translation>
    </message>
    <message>
        <source>Merged; it can be split again.</source>
        <translation>Zusammengeführt; es lässt sich wieder trennen.</translation>
    </message>
    <message>
        <source>Their notes move to the one that stays. Space ticks.</source>
        <translation>Die Notizen wandern zu dem, der bleibt. Die Leertaste hakt an.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>There is nothing to split off: fewer than two notes stand behind this pain point.</source>
        <translation>Es gibt nichts abzuspalten: Hinter diesem Schmerzpunkt stehen weniger als zwei Notizen.</translation>
    </message>
    <message>
        <source>Split off from “{title}”</source>
        <translation>Von „{title}“ abspalten</translation>
    </message>
    <message>
        <source>&amp;What goes wrong there</source>
        <translation>&amp;Was geht dort schief</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message>
        <source>Split off.</source>
        <translation>Abgespalten.</translation>
    </message>
    <message>
        <source>The ticked notes leave and become a pain point of their own. Space ticks.</source>
        <translation>Die angehakten Notizen gehen und werden ein eigener Schmerzpunkt. Die Leertaste hakt an.</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Abspalten</translation>
    </message>
    <message>
        <source>Nothing was merged into this pain point, so nothing can come back.</source>
        <translation>In diesen Schmerzpunkt wurde nichts überführt, also kann nichts zurückkommen.</translation>
    </message>
    <message>
        <source>Bring a merged pain point back</source>
        <translation>Einen zusammengeführten Schmerzpunkt zurückholen</translation>
    </message>
    <message>
        <source>It is back, with the notes that it had.</source>
        <translation>Er ist zurück, mit den Notizen, die er hatte.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
</context>
<context>
    <name>PainTrend</name>
    <message>
        <source>How often it is met in ten hours of watching</source>
        <translation>Wie oft es in zehn begleiteten Stunden vorkommt</translation>
    </message>
    <message>
        <source>Nobody has watched one of its places for long enough to tell.</source>
        <translation>Noch hat niemand lange genug an einem seiner Orte zugesehen, um es zu sagen.</translation>
    </message>
    <message>
        <source>Each column is a month</source>
        <translation>Jede Säule ist ein Monat</translation>
    </message>
    <message>
        <source>Each column is a visit</source>
        <translation>Jede Säule ist ein Besuch</translation>
    </message>
    <message>
        <source>{per}: times met in ten hours of watching. Visits on which it could have been met and was not count as none.</source>
        <translation>{per}: wie oft es in zehn begleiteten Stunden vorkam. Besuche, bei denen es hätte vorkommen können und nicht vorkam, zählen als keinmal.</translation>
    </message>
    <message>
        <source>{times} in {hours} h</source>
        <translation>{times} in {hours} h</translation>
    </message>
    <message>
        <source>nobody was out</source>
        <translation>niemand war vor Ort</translation>
    </message>
</context>
<context>
    <name>PainVerbs</name>
    <message>
        <source>Edit “{title}”</source>
        <translation>„{title}“ bearbeiten</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>What is left open is worked out from its notes.</source>
        <translation>Was offen bleibt, wird aus den Notizen abgeleitet.</translation>
    </message>
    <message>
        <source>Decide on “{title}”</source>
        <translation>Über „{title}“ entscheiden</translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation>&amp;Entscheidung</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Begründung</translation>
    </message>
    <message>
        <source>why; it is kept</source>
        <translation>warum; es bleibt stehen</translation>
    </message>
    <message>
        <source>&amp;Look again on</source>
        <translation>Wieder an&amp;sehen am</translation>
    </message>
    <message>
        <source>Decided.</source>
        <translation>Entschieden.</translation>
    </message>
    <message>
        <source>1, 2 or 3 chooses. Putting it off needs a day on which it is looked at again.</source>
        <translation>1, 2 oder 3 wählt. Zurückstellen braucht einen Tag, an dem es wieder angesehen wird.</translation>
    </message>
    <message>
        <source>Choose first: do it, later, or decline (1, 2 or 3).</source>
        <translation>Wählen Sie zuerst: machen, später oder ablehnen (1, 2 oder 3).</translation>
    </message>
    <message>
        <source>Change the promise</source>
        <translation>Die Zusage ändern</translation>
    </message>
    <message>
        <source>Promise something</source>
        <translation>Etwas zusagen</translation>
    </message>
    <message>
        <source>We &amp;promise</source>
        <translation>Wir sagen &amp;zu</translation>
    </message>
    <message>
        <source>what will be done</source>
        <translation>was getan wird</translation>
    </message>
    <message>
        <source>Who &amp;keeps it</source>
        <translation>Wer sie &amp;einhält</translation>
    </message>
    <message>
        <source>&amp;By when</source>
        <translation>&amp;Bis wann</translation>
    </message>
    <message>
        <source>&amp;Days of work</source>
        <translation>Arbeits&amp;tage</translation>
    </message>
    <message>
        <source>not estimated</source>
        <translation>nicht geschätzt</translation>
    </message>
    <message>
        <source>&amp;Site</source>
        <translation>&amp;Standort</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>The promise is kept on record.</source>
        <translation>Die Zusage ist festgehalten.</translation>
    </message>
    <message>
        <source>The promise was kept</source>
        <translation>Die Zusage wurde eingehalten</translation>
    </message>
    <message>
        <source>The promise is dropped</source>
        <translation>Die Zusage ist aufgegeben</translation>
    </message>
    <message>
        <source>What &amp;came of it</source>
        <translation>Was daraus &amp;wurde</translation>
    </message>
    <message>
        <source>in words for the business</source>
        <translation>in Worten für den Fachbereich</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>A&amp;m</translation>
    </message>
    <message>
        <source>Kept on record; tell those to whom it was promised.</source>
        <translation>Festgehalten; sagen Sie es denen, denen es zugesagt war.</translation>
    </message>
    <message>
        <source>No site stands behind this pain point yet, so there is nobody to tell: group a note into it.</source>
        <translation>Hinter diesem Schmerzpunkt steht noch kein Standort, also ist niemandem Rückmeldung zu geben: Ordnen Sie ihm eine Notiz zu.</translation>
    </message>
    <message>
        <source>Tell the site</source>
        <translation>Den Standort informieren</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>Wo&amp;rte</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Wie</translation>
    </message>
    <message>
        <source>in person, by mail, notice board …</source>
        <translation>persönlich, per Mail, am Aushang …</translation>
    </message>
    <message>
        <source>&amp;Told on</source>
        <translation>Gesagt &amp;am</translation>
    </message>
    <message>
        <source>Kept: the site has been told.</source>
        <translation>Festgehalten: Der Standort ist informiert.</translation>
    </message>
    <message>
        <source>Without IT words: what they said, what we do, by when.</source>
        <translation>Ohne IT-Wörter: was gesagt wurde, was wir tun, bis wann.</translation>
    </message>
    <message>
        <source>Tell the service desk</source>
        <translation>Den Servicedesk informieren</translation>
    </message>
    <message>
        <source>briefing, mail, knowledge article …</source>
        <translation>Kurzbericht, Mail, Wissensartikel …</translation>
    </message>
    <message>
        <source>Kept: the service desk has been told.</source>
        <translation>Festgehalten: Der Servicedesk ist informiert.</translation>
    </message>
    <message>
        <source>They have acknowledged it</source>
        <translation>Es wurde zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Wer</translation>
    </message>
    <message>
        <source>from the notes</source>
        <translation>aus den Notizen</translation>
    </message>
    <message>
        <source>Follow up on “{title}”</source>
        <translation>„{title}“ nachmessen</translation>
    </message>
    <message>
        <source>&amp;Changed on</source>
        <translation>&amp;Geändert am</translation>
    </message>
    <message>
        <source>&amp;What was changed</source>
        <translation>&amp;Was geändert wurde</translation>
    </message>
    <message>
        <source>release, change number, in words</source>
        <translation>Release, Änderungsnummer, in Worten</translation>
    </message>
    <message>
        <source>Minutes each time, &amp;before</source>
        <translation>Minuten je Mal, &amp;vorher</translation>
    </message>
    <message>
        <source>Minutes each time, &amp;after</source>
        <translation>Minuten je Mal, &amp;nachher</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>No&amp;tiz</translation>
    </message>
    <message>
        <source>Kept: notes before and after that day are compared.</source>
        <translation>Festgehalten: Notizen vor und nach diesem Tag werden verglichen.</translation>
    </message>
    <message>
        <source>Close “{title}”</source>
        <translation>„{title}“ schließen</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>W&amp;arum</translation>
    </message>
    <message>
        <source>what ended it</source>
        <translation>was es beendet hat</translation>
    </message>
    <message>
        <source>Closed. It opens again by itself when it is seen on a later day.</source>
        <translation>Geschlossen. Er öffnet sich von selbst, wenn er an einem späteren Tag gesehen wird.</translation>
    </message>
    <message>
        <source>It opens again by itself when it is seen on a later day.</source>
        <translation>Er öffnet sich von selbst, wenn er an einem späteren Tag gesehen wird.</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open again.</source>
        <translation>Wieder offen.</translation>
    </message>
    <message>
        <source>Removed. Ctrl+Z brings it back.</source>
        <translation>Entfernt. Strg+Z holt es zurück.</translation>
    </message>
    <message>
        <source>Taken out; it is among the notes that are not sorted yet.</source>
        <translation>Herausgenommen; sie ist bei den noch nicht zugeordneten Notizen.</translation>
    </message>
    <message>
        <source>The decision is taken back.</source>
        <translation>Die Entscheidung ist zurückgenommen.</translation>
    </message>
    <message>
        <source>The follow-up is struck.</source>
        <translation>Die Nachmessung ist gestrichen.</translation>
    </message>
</context>
<context>
    <name>PainWords</name>
    <message>
        <source>The business is hurt: this comes first.</source>
        <translation>Es tut dem Geschäft weh: Das kommt zuerst.</translation>
    </message>
    <message>
        <source>The harm comes fast: it cannot wait for a plan.</source>
        <translation>Der Schaden kommt schnell: Das kann nicht auf einen Plan warten.</translation>
    </message>
    <message>
        <source>Nothing is lost by doing it later.</source>
        <translation>Es kostet nichts, das später zu tun.</translation>
    </message>
    <message>
        <source>Neither urgent nor harmless: give it a date.</source>
        <translation>Weder dringend noch harmlos: Geben Sie ihm ein Datum.</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Machen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>we do it</source>
        <translation>wir machen es</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no decision yet</source>
        <translation>noch keine Entscheidung</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>zugesagt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>seen again after it was closed</source>
        <translation>nach dem Schließen wieder gesehen</translation>
    </message>
    <message>
        <source>Nobody has decided yet.</source>
        <translation>Noch hat niemand entschieden.</translation>
    </message>
    <message>
        <source>We do it</source>
        <translation>Wir machen es</translation>
    </message>
    <message>
        <source>We put it off</source>
        <translation>Wir stellen es zurück</translation>
    </message>
    <message>
        <source>We decline it</source>
        <translation>Wir lehnen es ab</translation>
    </message>
    <message>
        <source>decided on {day}</source>
        <translation>entschieden am {day}</translation>
    </message>
    <message>
        <source>by {who}</source>
        <translation>von {who}</translation>
    </message>
    <message>
        <source>to be looked at again on {day}</source>
        <translation>wieder anzusehen am {day}</translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation>überfällig seit {day}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>was due on {day}</source>
        <translation>war fällig am {day}</translation>
    </message>
    <message>
        <source>{state} on {day}</source>
        <translation>{state} am {day}</translation>
    </message>
    <message>
        <source>nobody’s name on it</source>
        <translation>niemand steht dafür ein</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>{number} days</source>
        <translation>{number} Tage</translation>
    </message>
    <message>
        <source>never told</source>
        <translation>noch nie informiert</translation>
    </message>
    <message>
        <source>told today</source>
        <translation>heute informiert</translation>
    </message>
    <message>
        <source>told yesterday</source>
        <translation>gestern informiert</translation>
    </message>
    <message>
        <source>told {days} days ago</source>
        <translation>vor {days} Tagen informiert</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>PassingOn</name>
    <message>
        <source>Shadow files (*{ending});;All files (*)</source>
        <translation>Shadow-Dateien (*{ending});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Entgegennehmen</translation>
    </message>
    <message>
        <source>Looking into {name} …</source>
        <translation>{name} wird angesehen …</translation>
    </message>
    <message>
        <source>Taken back. Ctrl+Z on the page Together brings it again.</source>
        <translation>Zurückgenommen. Strg+Z auf der Seite Gemeinsam bringt es wieder.</translation>
    </message>
    <message>
        <source>Shadow files (*{ending})</source>
        <translation>Shadow-Dateien (*{ending})</translation>
    </message>
    <message>
        <source>Hand over: choose the file</source>
        <translation>Übergeben: die Datei wählen</translation>
    </message>
    <message>
        <source>Packing {name} …</source>
        <translation>{name} wird gepackt …</translation>
    </message>
    <message>
        <source>{file} is packed: {changes:|change|changes}, {contents:|photo or report|photos and reports}. Pass it on.</source>
        <translation>{file} ist gepackt: {changes:|Änderung|Änderungen}, {contents:|Foto oder Bericht|Fotos und Berichte}. Geben Sie die Datei weiter.</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>{number} geändert</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>jemand ohne Namen</translation>
    </message>
    <message>
        <source>Received from {who}: {what}.</source>
        <translation>Von {who} entgegengenommen: {what}.</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Written twice: {number}, to be answered on the page Together.</source>
        <translation>Doppelt geschrieben: {number}, auf der Seite Gemeinsam zu klären.</translation>
    </message>
    <message>
        <source>Take it back   Ctrl+Shift+B</source>
        <translation>Zurücknehmen   Strg+Umschalt+B</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>A new recovery code</source>
        <translation>Ein neuer Wiederherstellungscode</translation>
    </message>
    <message>
        <source>The old code opens nothing from then on. The new one is shown once.</source>
        <translation>Der alte Code öffnet von da an nichts mehr. Der neue wird einmal gezeigt.</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Neuen Code erzeugen</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>Mindestens {count} Zeichen.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Die Passphrase ändern</translation>
    </message>
    <message>
        <source>Passphrase &amp;now</source>
        <translation>&amp;Jetzige Passphrase</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>Jetzige Passphrase</translation>
    </message>
    <message>
        <source>New &amp;passphrase</source>
        <translation>Neue &amp;Passphrase</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>Die neue Passphrase noch einmal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Preview of the report</source>
        <translation>Vorschau des Berichts</translation>
    </message>
</context>
<context>
    <name>PhotoBox</name>
    <message>
        <source>Photo…</source>
        <translation>Foto …</translation>
    </message>
    <message>
        <source>Black out…</source>
        <translation>Schwärzen …</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Add a photo from a file</source>
        <translation>Ein Foto aus einer Datei anfügen</translation>
    </message>
    <message>
        <source>Add a photo from a file; Ctrl+V adds the one on the clipboard</source>
        <translation>Ein Foto aus einer Datei anfügen; Strg+V fügt das aus der Zwischenablage an</translation>
    </message>
    <message>
        <source>Black out faces, labels and screens in this photo</source>
        <translation>Gesichter, Etiketten und Bildschirme auf diesem Foto schwärzen</translation>
    </message>
    <message>
        <source>Black out faces, labels and screens in this photo   Ctrl+Shift+B</source>
        <translation>Gesichter, Etiketten und Bildschirme auf diesem Foto schwärzen   Strg+Umschalt+B</translation>
    </message>
    <message>
        <source>Take this photo off the note</source>
        <translation>Dieses Foto von der Notiz nehmen</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} von {all}</translation>
    </message>
    <message>
        <source>Next photo, this is {n} of {all}</source>
        <translation>Nächstes Foto, dies ist {n} von {all}</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>wird geladen …</translation>
    </message>
    <message>
        <source>Photo {n} of the note</source>
        <translation>Foto {n} der Notiz</translation>
    </message>
    <message>
        <source>This photo has not arrived on this computer yet.</source>
        <translation>Dieses Foto ist auf diesem Computer noch nicht angekommen.</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>{name} is larger than {most} MB: save a smaller copy of it.</source>
        <translation>{name} ist größer als {most} MB: Speichern Sie eine kleinere Kopie davon.</translation>
    </message>
    <message>
        <source>{name} cannot be read: copy it to this computer, then add that.</source>
        <translation>{name} lässt sich nicht lesen: Kopieren Sie die Datei auf diesen Computer, und fügen Sie dann diese an.</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>A hub’s address begins with postgresql://; whoever set it up knows it.</source>
        <translation>Die Adresse einer Teamzentrale beginnt mit postgresql://; wer sie eingerichtet hat, kennt sie.</translation>
    </message>
    <message>
        <source>This is the address of a hub: choose the hub above.</source>
        <translation>Das ist die Adresse einer Teamzentrale: Wählen Sie oben die Teamzentrale.</translation>
    </message>
    <message>
        <source>only when I ask for it</source>
        <translation>nur, wenn ich es verlange</translation>
    </message>
    <message>
        <source>A folder that all of you can reach</source>
        <translation>Ein Ordner, den Sie alle erreichen</translation>
    </message>
    <message>
        <source>Write where you meet, or work alone.</source>
        <translation>Schreiben Sie, wo Sie austauschen, oder arbeiten Sie allein.</translation>
    </message>
    <message>
        <source>A path of this computer, or an address such as sftp://share.example/shadow; never with a password.</source>
        <translation>Ein Pfad dieses Computers oder eine Adresse wie sftp://share.example/shadow; nie mit Passwort.</translation>
    </message>
    <message>
        <source>Never with a password: that belongs into your password file (.pgpass) or a certificate.</source>
        <translation>Nie mit Passwort: Das gehört in Ihre Passwortdatei (.pgpass) oder ein Zertifikat.</translation>
    </message>
    <message>
        <source>only when you ask for it</source>
        <translation>nur, wenn Sie es verlangen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>every {number} minutes</source>
        <translation>alle {number} Minuten</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>jede Stunde</translation>
    </message>
    <message>
        <source>every {number} hours</source>
        <translation>alle {number} Stunden</translation>
    </message>
    <message>
        <source>Where we meet</source>
        <translation>Wo wir austauschen</translation>
    </message>
    <message>
        <source>Everything is written on this computer first. Laptops meet where all of them can reach; nobody has to be there at the same time.</source>
        <translation>Alles wird zuerst auf diesem Computer geschrieben. Laptops tauschen dort aus, wo alle hinkommen; niemand muss gleichzeitig da sein.</translation>
    </message>
    <message>
        <source>I work &amp;alone, or hand over files</source>
        <translation>Ich arbeite &amp;allein oder übergebe Dateien</translation>
    </message>
    <message>
        <source>A shared &amp;folder: a file share, OneDrive, SFTP …</source>
        <translation>Ein geteilter &amp;Ordner: Dateifreigabe, OneDrive, SFTP …</translation>
    </message>
    <message>
        <source>The team’s &amp;hub (PostgreSQL)</source>
        <translation>Die &amp;Teamzentrale (Hub, PostgreSQL)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>How &amp;often</source>
        <translation>&amp;Wie oft</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
</context>
<context>
    <name>PrepareTab</name>
    <message>
        <source>Start the visit</source>
        <translation>Den Besuch beginnen</translation>
    </message>
    <message>
        <source>Open IT’s list…</source>
        <translation>Die IT-Liste öffnen …</translation>
    </message>
    <message>
        <source>Go to the guide questions</source>
        <translation>Zu den Leitfragen</translation>
    </message>
    <message>
        <source>Go to the consent</source>
        <translation>Zur Einwilligung</translation>
    </message>
    <message>
        <source>“{field}” holds {length} characters and there is room for {most}; shorten it to have it saved.</source>
        <translation>„{field}“ enthält {length} Zeichen, und Platz ist für {most}; kürzen Sie es, damit es gespeichert wird.</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Der Tag</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Wann</translation>
    </message>
    <message>
        <source>When the visit begins</source>
        <translation>Wann der Besuch beginnt</translation>
    </message>
    <message>
        <source>&amp;Shift</source>
        <translation>&amp;Schicht</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>early, late, office day</source>
        <translation>Früh, Spät, Bürotag</translation>
    </message>
    <message>
        <source>How you take &amp;part</source>
        <translation>Wie Sie &amp;teilnehmen</translation>
    </message>
    <message>
        <source>What kind of da&amp;y it is, by the host</source>
        <translation>Was f&amp;ür ein Tag es laut der begleiteten Person ist</translation>
    </message>
    <message>
        <source>Who c&amp;hose the host</source>
        <translation>Wer sie &amp;ausgesucht hat</translation>
    </message>
    <message>
        <source>&amp;Focus of the day</source>
        <translation>S&amp;chwerpunkt des Tages</translation>
    </message>
    <message>
        <source>Focus of the day</source>
        <translation>Schwerpunkt des Tages</translation>
    </message>
    <message>
        <source>What do you want to understand?</source>
        <translation>Was möchten Sie verstehen?</translation>
    </message>
    <message>
        <source>IT’s assumed ranking</source>
        <translation>Angenommene Rangfolge der IT</translation>
    </message>
    <message>
        <source>Open promises here</source>
        <translation>Offene Zusagen hier</translation>
    </message>
    <message>
        <source>None. Nothing promised at this site is still open.</source>
        <translation>Keine. An diesem Standort ist nichts Zugesagtes mehr offen.</translation>
    </message>
    <message>
        <source>The host</source>
        <translation>Begleitete Person</translation>
    </message>
    <message>
        <source>Pseudony&amp;m</source>
        <translation>&amp;Pseudonym</translation>
    </message>
    <message>
        <source>Pseudonym of the host</source>
        <translation>Pseudonym der begleiteten Person</translation>
    </message>
    <message>
        <source>&amp;Name, kept apart</source>
        <translation>&amp;Name, getrennt verwahrt</translation>
    </message>
    <message>
        <source>Name of the host, kept apart</source>
        <translation>Name der begleiteten Person, getrennt verwahrt</translation>
    </message>
    <message>
        <source>The name lives here and nowhere else. Notes and reports carry the pseudonym.</source>
        <translation>Der Name steht hier und sonst nirgends. Notizen und Berichte tragen das Pseudonym.</translation>
    </message>
    <message>
        <source>May we?</source>
        <translation>Dürfen wir?</translation>
    </message>
    <message>
        <source>Ask the host for each. A no can come later, too.</source>
        <translation>Fragen Sie nach jedem einzeln. Ein Nein kann auch später kommen.</translation>
    </message>
    <message>
        <source>A&amp;greement</source>
        <translation>Verein&amp;barung</translation>
    </message>
    <message>
        <source>Reference of the agreement</source>
        <translation>Verweis auf die Vereinbarung</translation>
    </message>
    <message>
        <source>works agreement, staff notice</source>
        <translation>Betriebsvereinbarung, Aushang</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>P&amp;PE and safety rules</source>
        <translation>Schutza&amp;usrüstung und Sicherheitsregeln</translation>
    </message>
    <message>
        <source>PPE and safety rules</source>
        <translation>Schutzausrüstung und Sicherheitsregeln</translation>
    </message>
    <message>
        <source>boots, hi-vis, where not to stand</source>
        <translation>Schuhe, Warnweste, wo man nicht steht</translation>
    </message>
    <message>
        <source>I have had the safety &amp;briefing</source>
        <translation>Ich bin in die Sicherheit &amp;eingewiesen</translation>
    </message>
    <message>
        <source>No typing while the vehicle moves or on the belt. Hazards go to site safety, not here.</source>
        <translation>Kein Tippen, während das Fahrzeug fährt, und nicht am Band. Gefahren gehören zum Arbeitsschutz, nicht hierher.</translation>
    </message>
    <message>
        <source>What must not be &amp;recorded</source>
        <translation>Was nicht aufge&amp;zeichnet werden darf</translation>
    </message>
    <message>
        <source>What must not be recorded</source>
        <translation>Was nicht aufgezeichnet werden darf</translation>
    </message>
    <message>
        <source>names, screens, customer data</source>
        <translation>Namen, Bildschirme, Kundendaten</translation>
    </message>
    <message>
        <source>Guide questions</source>
        <translation>Leitfragen</translation>
    </message>
    <message>
        <source>To read before and to ask on the day. What you write is saved when you leave the field.</source>
        <translation>Vorher zu lesen und vor Ort zu fragen. Was Sie schreiben, wird gespeichert, wenn Sie das Feld verlassen.</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Besuch beginnen</translation>
    </message>
</context>
<context>
    <name>PrepareView</name>
    <message>
        <source>And: {others}</source>
        <translation>Und: {others}</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>zusehen</translation>
    </message>
    <message>
        <source>help</source>
        <translation>mithelfen</translation>
    </message>
    <message>
        <source>do the job</source>
        <translation>selbst arbeiten</translation>
    </message>
    <message>
        <source>How you take part</source>
        <translation>Wie Sie teilnehmen</translation>
    </message>
    <message>
        <source>Kind of day</source>
        <translation>Art des Tages</translation>
    </message>
    <message>
        <source>Who chose the host</source>
        <translation>Wer die begleitete Person ausgesucht hat</translation>
    </message>
    <message>
        <source>Take notes</source>
        <translation>Notizen machen</translation>
    </message>
    <message>
        <source>Quote word for word</source>
        <translation>Wörtlich zitieren</translation>
    </message>
    <message>
        <source>Take photos</source>
        <translation>Fotos machen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>Locked on {day} by {name}.</source>
        <translation>Am {day} von {name} festgehalten.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemandem</translation>
    </message>
    <message>
        <source>A new list has been begun.</source>
        <translation>Eine neue Liste wurde begonnen.</translation>
    </message>
    <message>
        <source>Not locked. Lock it before you go.</source>
        <translation>Nicht festgehalten. Halten Sie sie fest, bevor Sie gehen.</translation>
    </message>
    <message>
        <source>There is no list yet. Write down what IT believes, and lock it before you go.</source>
        <translation>Es gibt noch keine Liste. Schreiben Sie auf, was die IT glaubt, und halten Sie es fest, bevor Sie gehen.</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>taken back on {day}</source>
        <translation>widerrufen am {day}</translation>
    </message>
    <message>
        <source>This visit has begun.</source>
        <translation>Dieser Besuch hat begonnen.</translation>
    </message>
    <message>
        <source>Before you go: {missing}</source>
        <translation>Bevor Sie gehen: {missing}</translation>
    </message>
    <message>
        <source>Everything is prepared.</source>
        <translation>Alles ist vorbereitet.</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Besuch beginnen</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <translation>Weiter mit dem Besuch</translation>
    </message>
    <message>
        <source>lock IT’s list</source>
        <translation>IT-Liste festhalten</translation>
    </message>
    <message>
        <source>choose a focus</source>
        <translation>Schwerpunkt wählen</translation>
    </message>
    <message>
        <source>name the host</source>
        <translation>begleitete Person nennen</translation>
    </message>
    <message>
        <source>ask for consent</source>
        <translation>um Einwilligung bitten</translation>
    </message>
    <message>
        <source>safety briefing</source>
        <translation>Sicherheitseinweisung</translation>
    </message>
</context>
<context>
    <name>Priorities</name>
    <message>
        <source>Damage: {step}</source>
        <translation>Schaden: {step}</translation>
    </message>
    <message>
        <source>Harm: {step}</source>
        <translation>Zeit: {step}</translation>
    </message>
    <message>
        <source>Lost time that nobody makes up for</source>
        <translation>Verlorene Zeit, die niemand aufholt</translation>
    </message>
    <message>
        <source>Hours that steady a short visit</source>
        <translation>Stunden, die einen kurzen Besuch stützen</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>The whole order stays as it is whatever you do to one weight by half.</source>
        <translation>Die ganze Reihenfolge bleibt, was Sie auch mit einem einzelnen Gewicht um die Hälfte tun.</translation>
    </message>
    <message>
        <source>The first three stay the first three whatever you do to one weight by half.</source>
        <translation>Die ersten drei bleiben die ersten drei, was Sie auch mit einem einzelnen Gewicht um die Hälfte tun.</translation>
    </message>
    <message>
        <source>The first three stay the first three whatever you do to one weight by half; which of them leads can change.</source>
        <translation>Die ersten drei bleiben die ersten drei, was Sie auch mit einem einzelnen Gewicht um die Hälfte tun; wer von ihnen vorn liegt, kann sich ändern.</translation>
    </message>
    <message>
        <source>The first stays the first whatever you do to one weight by half; who else is among the first three hangs on the weights.</source>
        <translation>Der erste bleibt der erste, was Sie auch mit einem einzelnen Gewicht um die Hälfte tun; wer sonst unter den ersten drei ist, hängt an den Gewichten.</translation>
    </message>
    <message>
        <source>Half of one weight is enough to bring another service to the first place.</source>
        <translation>Die Hälfte eines Gewichts genügt, um einen anderen Service auf den ersten Platz zu bringen.</translation>
    </message>
    <message>
        <source>nothing moves</source>
        <translation>nichts bewegt sich</translation>
    </message>
    <message>
        <source>{one} passes {other}</source>
        <translation>{one} überholt {other}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>up {places}</source>
        <translation>{places} aufwärts</translation>
    </message>
    <message>
        <source>down {places}</source>
        <translation>{places} abwärts</translation>
    </message>
    <message>
        <source>{name}: new, at place {now}</source>
        <translation>{name}: neu, auf Platz {now}</translation>
    </message>
    <message>
        <source>{name}: gone, it was at place {then}</source>
        <translation>{name}: weg, war auf Platz {then}</translation>
    </message>
    <message>
        <source>{name}: still at place {now}</source>
        <translation>{name}: weiter auf Platz {now}</translation>
    </message>
    <message>
        <source>{name}: {move}, from place {then} to {now}</source>
        <translation>{name}: {move}, von Platz {then} auf {now}</translation>
    </message>
    <message>
        <source>{hours} h a year</source>
        <translation>{hours} h im Jahr</translation>
    </message>
    <message>
        <source>{now} h a year, as then</source>
        <translation>{now} h im Jahr, wie damals</translation>
    </message>
    <message>
        <source>{then} h a year then, {now} h now</source>
        <translation>damals {then} h im Jahr, jetzt {now} h</translation>
    </message>
    <message>
        <source>more than chance explains</source>
        <translation>mehr, als der Zufall erklärt</translation>
    </message>
    <message>
        <source>which may be chance: the likely ranges overlap</source>
        <translation>was Zufall sein kann: Die wahrscheinlichen Spannen überschneiden sich</translation>
    </message>
    <message>
        <source>Since {day} the order is the same.</source>
        <translation>Seit {day} ist die Reihenfolge dieselbe.</translation>
    </message>
    <message>
        <source>Since {day}: {moves}.</source>
        <translation>Seit {day}: {moves}.</translation>
    </message>
    <message>
        <source>The money is in another currency than then.</source>
        <translation>Das Geld ist in einer anderen Währung als damals.</translation>
    </message>
    <message>
        <source>{weight} {then} → {now}</source>
        <translation>{weight} {then} → {now}</translation>
    </message>
    <message>
        <source>The weights are other ones than then, which moves places too: {weights}.</source>
        <translation>Die Gewichte sind andere als damals, was ebenfalls Plätze verschiebt: {weights}.</translation>
    </message>
    <message>
        <source>The weights are the same as then.</source>
        <translation>Die Gewichte sind dieselben wie damals.</translation>
    </message>
    <message>
        <source>{visits} more than then.</source>
        <translation>{visits} mehr als damals.</translation>
    </message>
    <message>
        <source>{visits} fewer than then.</source>
        <translation>{visits} weniger als damals.</translation>
    </message>
    <message>
        <source>No visit has been added since.</source>
        <translation>Seitdem kam kein Besuch hinzu.</translation>
    </message>
</context>
<context>
    <name>PrioritiesBoard</name>
    <message>
        <source>All units</source>
        <translation>Alle Bereiche</translation>
    </message>
    <message>
        <source>IT has no list to compare with.</source>
        <translation>Die IT hat keine Liste zum Vergleichen.</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>lost in a year, all services together</source>
        <translation>im Jahr verloren, alle Services zusammen</translation>
    </message>
    <message>
        <source>in a year, at what an hour costs</source>
        <translation>im Jahr, nach dem, was eine Stunde kostet</translation>
    </message>
    <message>
        <source>no price of an hour is known</source>
        <translation>kein Preis einer Stunde bekannt</translation>
    </message>
    <message>
        <source>{hours} h watched at {been} of {all}</source>
        <translation>{hours} h begleitet, {been}/{all} besucht</translation>
    </message>
    <message>
        <source>of the harm is in the lower half of IT’s list</source>
        <translation>des Schadens liegen in der unteren Hälfte der IT-Liste</translation>
    </message>
    <message>
        <source>Shows how this was worked out</source>
        <translation>Zeigt, wie das berechnet wurde</translation>
    </message>
</context>
<context>
    <name>PrioritiesGate</name>
    <message>
        <source>the business</source>
        <translation>den Fachbereich</translation>
    </message>
    <message>
        <source>Before anybody looks at what the field says about {where}, IT puts its own list in order and locks it. Only then can the two be compared honestly.</source>
        <translation>Bevor jemand ansieht, was sich vor Ort über {where} zeigt, bringt die IT ihre eigene Liste in eine Reihenfolge und hält sie fest. Erst dann lassen sich beide ehrlich vergleichen.</translation>
    </message>
    <message>
        <source>Go on with IT’s list…</source>
        <translation>Weiter mit der IT-Liste …</translation>
    </message>
    <message>
        <source>Put IT’s list in order…</source>
        <translation>Die IT-Liste ordnen …</translation>
    </message>
</context>
<context>
    <name>PrioritiesPage</name>
    <message>
        <source>Priorities</source>
        <translation>Prioritäten</translation>
    </message>
    <message>
        <source>Nothing that counts names this service any more, so there is nothing to show.</source>
        <translation>Nichts, was zählt, nennt diesen Service noch; es gibt also nichts zu zeigen.</translation>
    </message>
    <message>
        <source>What you were going to is not among the priorities any more.</source>
        <translation>Wohin Sie wollten, das ist nicht mehr unter den Prioritäten.</translation>
    </message>
    <message>
        <source>Business unit</source>
        <translation>Geschäftsbereich</translation>
    </message>
    <message>
        <source>Which part of the business</source>
        <translation>Welcher Teil der Organisation</translation>
    </message>
    <message>
        <source>Lock…</source>
        <translation>Festhalten …</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht …</translation>
    </message>
    <message>
        <source>Weights…</source>
        <translation>Gewichte …</translation>
    </message>
    <message>
        <source>Write down what IT believes first</source>
        <translation>Schreiben Sie zuerst auf, was die IT glaubt</translation>
    </message>
    <message>
        <source>Put IT’s list in order…</source>
        <translation>Die IT-Liste ordnen …</translation>
    </message>
    <message>
        <source>IT has no list: show the field</source>
        <translation>Die IT hat keine Liste: die Sicht von vor Ort zeigen</translation>
    </message>
    <message>
        <source>Nothing that costs time has been noted here yet</source>
        <translation>Hier ist noch nichts notiert, was Zeit kostet</translation>
    </message>
    <message>
        <source>Go out, write down what you see, and name the services. The ranking fills as you tag.</source>
        <translation>Gehen Sie hinaus, schreiben Sie auf, was Sie sehen, und nennen Sie die Services. Die Rangfolge füllt sich, während Sie benennen.</translation>
    </message>
    <message>
        <source>Choose the business unit</source>
        <translation>Den Geschäftsbereich wählen</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Den Bereich an der Seite schließen</translation>
    </message>
    <message>
        <source>Go to the visits</source>
        <translation>Zu den Besuchen</translation>
    </message>
    <message>
        <source>Lock this ranking</source>
        <translation>Diese Rangfolge festhalten</translation>
    </message>
    <message>
        <source>Try other weights</source>
        <translation>Andere Gewichte ausprobieren</translation>
    </message>
    <message>
        <source>Make a report</source>
        <translation>Einen Bericht erstellen</translation>
    </message>
    <message>
        <source>What has changed since a locked ranking</source>
        <translation>Was sich seit einer festgehaltenen Rangfolge geändert hat</translation>
    </message>
    <message>
        <source>How this was worked out</source>
        <translation>Wie das berechnet wurde</translation>
    </message>
    <message>
        <source>Next view of the priorities</source>
        <translation>Nächste Ansicht der Prioritäten</translation>
    </message>
    <message>
        <source>Previous view of the priorities</source>
        <translation>Vorige Ansicht der Prioritäten</translation>
    </message>
    <message>
        <source>How the hours were worked out</source>
        <translation>Wie die Stunden berechnet wurden</translation>
    </message>
    <message>
        <source>How the money was worked out</source>
        <translation>Wie das Geld berechnet wurde</translation>
    </message>
    <message>
        <source>What the figures rest on</source>
        <translation>Worauf die Zahlen beruhen</translation>
    </message>
    <message>
        <source>How the blind share was worked out</source>
        <translation>Wie der blinde Anteil berechnet wurde</translation>
    </message>
    <message>
        <source>TIME LOST IN A YEAR</source>
        <translation>VERLORENE ZEIT IM JAHR</translation>
    </message>
    <message>
        <source>WHAT IT COSTS</source>
        <translation>WAS SIE KOSTET</translation>
    </message>
    <message>
        <source>WHAT IT RESTS ON</source>
        <translation>WORAUF ES BERUHT</translation>
    </message>
    <message>
        <source>WHERE IT LOOKS LAST</source>
        <translation>WO DIE IT ZULETZT HINSIEHT</translation>
    </message>
    <message>
        <source>Ways to look at the priorities</source>
        <translation>Ansichten der Prioritäten</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Those that harm the business most come first. The bar is the time lost in a year; the thin line is where it most likely lies.</source>
        <translation>Was dem Geschäft am meisten schadet, kommt zuerst. Der Balken ist die verlorene Zeit im Jahr; die dünne Linie zeigt, wo sie am wahrscheinlichsten liegt.</translation>
    </message>
    <message>
        <source>Services, the most harmful first</source>
        <translation>Services, die schädlichsten zuerst</translation>
    </message>
    <message>
        <source>IT’s list and the field</source>
        <translation>IT-Liste und vor Ort</translation>
    </message>
    <message>
        <source>WHERE THE HARM LIES ON IT’S LIST</source>
        <translation>WO DER SCHADEN AUF DER IT-LISTE LIEGT</translation>
    </message>
    <message>
        <source>IT ASSUMED · PEOPLE SAID · THE FIELD SHOWED</source>
        <translation>VON DER IT ANGENOMMEN · VON DEN LEUTEN GENANNT · VOR ORT GEZEIGT</translation>
    </message>
    <message>
        <source>Business steps</source>
        <translation>Arbeitsschritte</translation>
    </message>
    <message>
        <source>What each step of the work loses</source>
        <translation>Was jeder Arbeitsschritt verliert</translation>
    </message>
    <message>
        <source>A service that several steps need counts in each of them, so these bars do not add up to a whole.</source>
        <translation>Ein Service, den mehrere Schritte brauchen, zählt in jedem davon; diese Balken ergeben deshalb zusammen kein Ganzes.</translation>
    </message>
    <message>
        <source>HOURS LOST IN A YEAR</source>
        <translation>VERLORENE STUNDEN IM JAHR</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Locked ranking to compare with</source>
        <translation>Festgehaltene Rangfolge zum Vergleich</translation>
    </message>
    <message>
        <source>Lock this ranking…</source>
        <translation>Diese Rangfolge festhalten …</translation>
    </message>
    <message>
        <source>What has changed, service by service</source>
        <translation>Was sich geändert hat, Service für Service</translation>
    </message>
</context>
<context>
    <name>PrioritiesSum</name>
    <message>
        <source>HOW THIS WAS WORKED OUT</source>
        <translation>WIE DAS BERECHNET WURDE</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>WHAT IT IS ADDED UP FROM</source>
        <translation>WORAUS ES SICH ZUSAMMENSETZT</translation>
    </message>
    <message>
        <source>What it is added up from</source>
        <translation>Woraus es sich zusammensetzt</translation>
    </message>
    <message>
        <source>THE SUM</source>
        <translation>DIE RECHNUNG</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>Die Rechnung</translation>
    </message>
</context>
<context>
    <name>PrioritiesSwings</name>
    <message>
        <source>Weight by weight</source>
        <translation>Gewicht für Gewicht</translation>
    </message>
    <message>
        <source>Each weight is taken alone, at half and at half as much again, while all others stay. What is worse never weighs less, so a step that would pass its neighbour takes it along.</source>
        <translation>Jedes Gewicht wird für sich genommen, halb und anderthalbfach, während alle anderen bleiben. Schlimmeres wiegt nie weniger; eine Stufe, die ihre Nachbarin überholen würde, nimmt sie also mit.</translation>
    </message>
    <message>
        <source>Every weight, half as much and half as much again</source>
        <translation>Jedes Gewicht, halb und anderthalbfach</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message>
        <source>These dates cannot be used: {why}. Correct them, then try again.</source>
        <translation>Diese Daten sind nicht zu gebrauchen: {why}. Berichtigen Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Goals of the programme</source>
        <translation>Ziele des Programms</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>A day in their shoes</source>
        <translation>Ein Tag an ihrer Stelle</translation>
    </message>
    <message>
        <source>Begins on</source>
        <translation>Beginnt am</translation>
    </message>
    <message>
        <source>Ends on (no tick: it goes on)</source>
        <translation>Endet am (ohne Haken: läuft weiter)</translation>
    </message>
    <message>
        <source>Visits a person</source>
        <translation>Besuche je Person</translation>
    </message>
    <message>
        <source>Hours a person, 0: no goal</source>
        <translation>Stunden je Person, 0: kein Ziel</translation>
    </message>
    <message>
        <source>Days until a site hears</source>
        <translation>Tage, bis ein Standort Rückmeldung hat</translation>
    </message>
    <message>
        <source>Goals, in words</source>
        <translation>Ziele, in Worten</translation>
    </message>
    <message>
        <source>Rules, in words</source>
        <translation>Regeln, in Worten</translation>
    </message>
    <message>
        <source>Visits a person and year</source>
        <translation>Besuche je Person und Jahr</translation>
    </message>
    <message>
        <source>Hours a person and year</source>
        <translation>Stunden je Person und Jahr</translation>
    </message>
    <message>
        <source>Nought in both: the team goes by the programme’s own goals.</source>
        <translation>Null in beiden: Für das Team gelten die Ziele des Programms.</translation>
    </message>
    <message>
        <source>Goal of {team}</source>
        <translation>Ziel von {team}</translation>
    </message>
    <message>
        <source>What they were told</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>shift meeting, e-mail, poster</source>
        <translation>Schichtbesprechung, E-Mail, Aushang</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>{site} was told</source>
        <translation>{site} ist informiert</translation>
    </message>
    <message>
        <source>fewer than {number} people</source>
        <translation>weniger als {number} Personen</translation>
    </message>
    <message>
        <source>{number} people</source>
        <translation>{number} Personen</translation>
    </message>
    <message>
        <source>a few people</source>
        <translation>wenige Personen</translation>
    </message>
    <message>
        <source>more than {number} people</source>
        <translation>mehr als {number} Personen</translation>
    </message>
    <message>
        <source>under {number} people</source>
        <translation>unter {number} Personen</translation>
    </message>
    <message>
        <source>over {share}</source>
        <translation>über {share}</translation>
    </message>
    <message>
        <source>{hours} h watched</source>
        <translation>{hours} h begleitet</translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>1 Besuch</translation>
    </message>
    <message>
        <source>{n} visits</source>
        <translation>{n} Besuche</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>no goal set</source>
        <translation>kein Ziel gesetzt</translation>
    </message>
    <message>
        <source>{goal} a person and year</source>
        <translation>{goal} je Person und Jahr</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>own goal: {goal}</source>
        <translation>eigenes Ziel: {goal}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{number} never out</source>
        <translation>{number} nie vor Ort</translation>
    </message>
    <message>
        <source>{out} of {people} IT people have been out this year.</source>
        <translation>{out} von {people} Personen der IT waren dieses Jahr vor Ort.</translation>
    </message>
    <message>
        <source>Never out: {names}.</source>
        <translation>Nie vor Ort: {names}.</translation>
    </message>
    <message>
        <source>Nobody from IT has ever been to {site}.</source>
        <translation>Niemand von der IT war je in {site}.</translation>
    </message>
    <message>
        <source>Nobody has shadowed them there.</source>
        <translation>Niemand hat sie dort begleitet.</translation>
    </message>
    <message>
        <source>If it goes there as elsewhere, about {money} of it is lost.</source>
        <translation>Wenn es dort zugeht wie anderswo, gehen davon etwa {money} verloren.</translation>
    </message>
    <message>
        <source>{pain} rests on little so far and may cost {money} a year; a second look makes it sure.</source>
        <translation>{pain} ist bisher wenig belegt und kostet vielleicht {money} im Jahr; ein zweiter Blick macht es sicher.</translation>
    </message>
    <message>
        <source>{site} has never heard from IT.</source>
        <translation>{site} hat noch nie von der IT gehört.</translation>
    </message>
    <message>
        <source>{site} has not heard from IT for {days}.</source>
        <translation>{site} hat {days} lang nichts von der IT gehört.</translation>
    </message>
    <message>
        <source>site never seen</source>
        <translation>Standort nie gesehen</translation>
    </message>
    <message>
        <source>role never seen</source>
        <translation>Rolle nie gesehen</translation>
    </message>
    <message>
        <source>thin evidence of a dear pain</source>
        <translation>teurer Schmerzpunkt, dünn belegt</translation>
    </message>
    <message>
        <source>has not heard from us</source>
        <translation>hat nichts von uns gehört</translation>
    </message>
    <message>
        <source>{why} · {money} a year at stake</source>
        <translation>{why} · {money} im Jahr auf dem Spiel</translation>
    </message>
    <message>
        <source>{where}: {watched}; nobody has entered how many they are.</source>
        <translation>{where}: {watched}; niemand hat eingetragen, wie viele es sind.</translation>
    </message>
    <message>
        <source>{where}: nobody has been there. {people}.</source>
        <translation>{where}: Niemand war dort. {people}.</translation>
    </message>
    <message>
        <source>{where}: {watched}, less than one shift; {people}.</source>
        <translation>{where}: {watched}, weniger als eine Schicht; {people}.</translation>
    </message>
    <message>
        <source>{where}: {watched}; {people}.</source>
        <translation>{where}: {watched}; {people}.</translation>
    </message>
    <message>
        <source>{where}: nobody has been there. {people}, {hours:|hour|hours} of work a year.</source>
        <translation>{where}: Niemand war dort. {people}, {hours:|Stunde|Stunden} Arbeit im Jahr.</translation>
    </message>
    <message>
        <source>{where}: {watched}, less than one shift, of {hours:|hour|hours} of work a year; {people}.</source>
        <translation>{where}: {watched}, weniger als eine Schicht, von {hours:|Stunde|Stunden} Arbeit im Jahr; {people}.</translation>
    </message>
    <message>
        <source>{where}: {watched} of {hours:|hour|hours} of work a year; {people}.</source>
        <translation>{where}: {watched} von {hours:|Stunde|Stunden} Arbeit im Jahr; {people}.</translation>
    </message>
    <message>
        <source>never visited, never told, never asked</source>
        <translation>nie besucht, nie informiert, nie gefragt</translation>
    </message>
    <message>
        <source>visited {day}</source>
        <translation>besucht {day}</translation>
    </message>
    <message>
        <source>told {day}</source>
        <translation>informiert {day}</translation>
    </message>
    <message>
        <source>asked {day}</source>
        <translation>gefragt {day}</translation>
    </message>
    <message>
        <source>never told</source>
        <translation>noch nie informiert</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>nie besucht</translation>
    </message>
    <message>
        <source>{visits}, one every {days}</source>
        <translation>{visits}, einer alle {days}</translation>
    </message>
    <message>
        <source>{people} work there.</source>
        <translation>Dort arbeiten {people}.</translation>
    </message>
    <message>
        <source>{people} work {hours:|hour|hours} a year.</source>
        <translation>{people} arbeiten {hours:|Stunde|Stunden} im Jahr.</translation>
    </message>
    <message>
        <source>What is not sorted yet about {service}</source>
        <translation>Was zu {service} noch nicht zugeordnet ist</translation>
    </message>
    <message>
        <source>“{pain}” ({service})</source>
        <translation>„{pain}“ ({service})</translation>
    </message>
</context>
<context>
    <name>ProgrammeDesk</name>
    <message>
        <source>Desk and field</source>
        <translation>Servicedesk</translation>
    </message>
    <message>
        <source>How often a service fails people, and how often the desk hears of it</source>
        <translation>Wie oft ein Service versagt, und wie oft der Servicedesk davon hört</translation>
    </message>
    <message>
        <source>Where effort goes and where it hurts</source>
        <translation>Wohin der Aufwand geht und wo es weh tut</translation>
    </message>
    <message>
        <source>Lock IT’s list</source>
        <translation>IT-Liste festhalten</translation>
    </message>
    <message>
        <source>The desk has not been asked yet</source>
        <translation>Der Servicedesk wurde noch nicht gefragt</translation>
    </message>
    <message>
        <source>Import what the service desk counted per service, as a CSV file from its tool. Then this shows how much of the trouble in the field it never hears of.</source>
        <translation>Importieren Sie, was der Servicedesk je Service gezählt hat, als CSV-Datei aus dessen Werkzeug. Dann zeigt dies, wie viel von dem Ärger vor Ort dort nie ankommt.</translation>
    </message>
    <message>
        <source>The desk counts for all units together</source>
        <translation>Der Servicedesk zählt für alle Bereiche zusammen</translation>
    </message>
    <message>
        <source>Choose “All units” above, or import a file that says of which business unit each count is.</source>
        <translation>Wählen Sie oben „Alle Bereiche“, oder importieren Sie eine Datei, die zu jeder Zahl den Geschäftsbereich nennt.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>less than 1&#xa0;%</source>
        <translation>weniger als 1 %</translation>
    </message>
    <message>
        <source>The service desk hears of {share} of it</source>
        <translation>Der Servicedesk hört von {share} davon</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>How often a service fails people in a year, as far as the field shows, and how many tickets the desk counts. The thin line is where the first number most likely lies. One ticket may stand for many times.</source>
        <translation>Wie oft ein Service im Jahr versagt, soweit es sich vor Ort zeigt, und wie viele Tickets der Servicedesk zählt. Die dünne Linie zeigt, wo die erste Zahl am wahrscheinlichsten liegt. Ein Ticket kann für viele Male stehen.</translation>
    </message>
    <message>
        <source>{n:|time|times}</source>
        <translation>{n:|Mal|Mal}</translation>
    </message>
    <message>
        <source>{n:|ticket|tickets}</source>
        <translation>{n:|Ticket|Tickets}</translation>
    </message>
    <message>
        <source>{share} silent</source>
        <translation>{share} still</translation>
    </message>
    <message>
        <source>in the field, a year</source>
        <translation>vor Ort, im Jahr</translation>
    </message>
    <message>
        <source>tickets, a year</source>
        <translation>Tickets, im Jahr</translation>
    </message>
    <message>
        <source>How often a service fails people, against tickets</source>
        <translation>Wie oft ein Service versagt, gegen Tickets</translation>
    </message>
    <message>
        <source>The desk hears nothing at all of {names}.</source>
        <translation>Von {names} hört der Servicedesk gar nichts.</translation>
    </message>
    <message>
        <source>The desk’s count says nothing of {names}.</source>
        <translation>Die Zählung des Servicedesks sagt nichts zu {names}.</translation>
    </message>
    <message>
        <source>{share} of the effort would have to move to where it hurts</source>
        <translation>{share} des Aufwands müssten dorthin, wo es weh tut</translation>
    </message>
    <message>
        <source>Effort is the hours that IT spends on tickets.</source>
        <translation>Aufwand sind die Stunden, die die IT für Tickets aufwendet.</translation>
    </message>
    <message>
        <source>Effort is the number of tickets: their hours are not known for every service.</source>
        <translation>Aufwand ist die Zahl der Tickets: Ihre Stunden sind nicht für jeden Service bekannt.</translation>
    </message>
    <message>
        <source>What hurts is the time that people lose, weighed by the damage.</source>
        <translation>Was weh tut, ist die Zeit, die Menschen verlieren, gewichtet nach dem Schaden.</translation>
    </message>
    <message>
        <source>too little</source>
        <translation>zu wenig</translation>
    </message>
    <message>
        <source>more than it hurts</source>
        <translation>mehr, als es weh tut</translation>
    </message>
    <message>
        <source>where it hurts</source>
        <translation>wo es weh tut</translation>
    </message>
    <message>
        <source>where effort goes</source>
        <translation>wohin der Aufwand geht</translation>
    </message>
    <message>
        <source>Share of the harm and share of the effort</source>
        <translation>Anteil am Schaden und Anteil am Aufwand</translation>
    </message>
    <message>
        <source>What people waited for</source>
        <translation>Worauf gewartet wurde</translation>
    </message>
    <message>
        <source>{share} of what people had asked for was no longer needed in the end</source>
        <translation>{share} des Beantragten wurden am Ende nicht mehr gebraucht</translation>
    </message>
    <message>
        <source>{notes} of waiting: {settled} settled, {expired} of them no longer needed, {open} open.</source>
        <translation>{notes} zum Warten: {settled} erledigt, {expired} davon nicht mehr gebraucht, {open} offen.</translation>
    </message>
    <message>
        <source>It took {days} on average where the dates are known.</source>
        <translation>Es dauerte im Mittel {days}, wo die Daten bekannt sind.</translation>
    </message>
    <message>
        <source>Where we asked, {share} of it was never reported to the desk.</source>
        <translation>Wo wir gefragt haben, wurden {share} nie dem Servicedesk gemeldet.</translation>
    </message>
    <message>
        <source>Asked about in {notes}, never reported in {silent}: too few to tell.</source>
        <translation>Gefragt in {notes}, nie gemeldet in {silent}: zu wenige für eine Aussage.</translation>
    </message>
    <message>
        <source>IT’s list comes first</source>
        <translation>Die IT-Liste kommt zuerst</translation>
    </message>
    <message>
        <source>Before anybody looks at what the field says, IT puts its own list in order and locks it on the Priorities page.</source>
        <translation>Bevor jemand ansieht, was sich vor Ort zeigt, bringt die IT auf der Seite Prioritäten ihre eigene Liste in eine Reihenfolge und hält sie fest.</translation>
    </message>
    <message>
        <source>Open Priorities</source>
        <translation>Prioritäten öffnen</translation>
    </message>
    <message>
        <source>Import ticket counts…</source>
        <translation>Ticketzahlen importieren …</translation>
    </message>
</context>
<context>
    <name>ProgrammeHead</name>
    <message>
        <source>Programme</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>{out} of {people}</source>
        <translation>{out} von {people}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln have never been out</source>
        <translation>
            <numerusform>%Ln war noch nie vor Ort</numerusform>
            <numerusform>%Ln waren noch nie vor Ort</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody has been out at some time</source>
        <translation>alle waren irgendwann vor Ort</translation>
    </message>
    <message>
        <source>visited, and told nothing for more than {days}</source>
        <translation>besucht und länger als {days} ohne Rückmeldung</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>Seit {day}</translation>
    </message>
    <message>
        <source>{begins} to {ends}</source>
        <translation>{begins} bis {ends}</translation>
    </message>
    <message>
        <source>{visits} of {wished}</source>
        <translation>{visits} von {wished}</translation>
    </message>
    <message>
        <source>{hours} h out; {share} of the year is over</source>
        <translation>{hours} h vor Ort; {share} des Jahres sind vorbei</translation>
    </message>
    <message>
        <source>of all hours worked; been at {been} of {all}</source>
        <translation>aller Arbeitsstunden; {been}/{all} besucht</translation>
    </message>
</context>
<context>
    <name>ProgrammeHeard</name>
    <message>
        <source>Who has heard</source>
        <translation>Rückmeldungen</translation>
    </message>
    <message>
        <source>Write down what the site was told</source>
        <translation>Aufschreiben, was dem Standort gesagt wurde</translation>
    </message>
    <message>
        <source>Plan a visit to the site</source>
        <translation>Einen Besuch am Standort planen</translation>
    </message>
    <message>
        <source>Bring in the sites</source>
        <translation>Die Standorte einbringen</translation>
    </message>
    <message>
        <source>Every site had contact with us within {days}.</source>
        <translation>Kein Standort blieb länger als {days} ohne Kontakt mit uns.</translation>
    </message>
    <message>
        <source>{late} of {all:|site|sites} had no contact with us for more than {days}, or never.</source>
        <translation>{late} von {all:|Standort|Standorten} {late:!|blieb|blieben} länger als {days} oder immer ohne Kontakt mit uns.</translation>
    </message>
    <message>
        <source>Visited, and not told in time what became of it: {names}.</source>
        <translation>Besucht und nicht rechtzeitig über das Ergebnis informiert: {names}.</translation>
    </message>
    <message>
        <source>{site}: last contact {days} ago</source>
        <translation>{site}: letzter Kontakt {days} her</translation>
    </message>
    <message>
        <source>{site}: never any contact</source>
        <translation>{site}: nie ein Kontakt</translation>
    </message>
    <message>
        <source>{site}: contact today</source>
        <translation>{site}: Kontakt heute</translation>
    </message>
    <message>
        <source>never any contact</source>
        <translation>nie ein Kontakt</translation>
    </message>
    <message>
        <source>last contact {days} ago</source>
        <translation>letzter Kontakt {days} her</translation>
    </message>
    <message>
        <source>There is no site yet</source>
        <translation>Es gibt noch keinen Standort</translation>
    </message>
    <message>
        <source>Bring in your sites; then this shows who has not heard from IT for too long.</source>
        <translation>Bringen Sie Ihre Standorte ein; dann zeigt dies, wer zu lange nichts von der IT gehört hat.</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>SITES, THE LONGEST SILENCE FIRST</source>
        <translation>STANDORTE, DAS LÄNGSTE SCHWEIGEN ZUERST</translation>
    </message>
    <message>
        <source>Sites and when they last heard from us</source>
        <translation>Standorte und wann sie zuletzt von uns hörten</translation>
    </message>
    <message>
        <source>Tell the site…</source>
        <translation>Den Standort informieren …</translation>
    </message>
    <message>
        <source>Plan a visit there</source>
        <translation>Besuch dort planen</translation>
    </message>
    <message>
        <source>BUSINESS UNITS</source>
        <translation>GESCHÄFTSBEREICHE</translation>
    </message>
    <message>
        <source>Business units and how often they are visited</source>
        <translation>Geschäftsbereiche und wie oft sie besucht werden</translation>
    </message>
</context>
<context>
    <name>ProgrammeMap</name>
    <message>
        <source>Where we have been</source>
        <translation>Wo wir waren</translation>
    </message>
    <message>
        <source>Plan a visit to the chosen place</source>
        <translation>Einen Besuch am gewählten Ort planen</translation>
    </message>
    <message>
        <source>Bring in the sites</source>
        <translation>Die Standorte einbringen</translation>
    </message>
    <message>
        <source>Somebody has been wherever people work.</source>
        <translation>Überall, wo gearbeitet wird, war schon jemand.</translation>
    </message>
    <message>
        <source>{share} of all work was never seen by anybody from IT: {people} at {places}.</source>
        <translation>{share} aller Arbeit hat noch niemand von der IT gesehen: {people} in {places}.</translation>
    </message>
    <message>
        <source>Nobody from IT has ever been with {people} at {places}.</source>
        <translation>Von der IT noch nie besucht: {people} in {places}.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>{h} h</source>
        <translation>{h} h</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>Nobody works there in that role.</source>
        <translation>Niemand arbeitet dort in dieser Rolle.</translation>
    </message>
    <message>
        <source>No site has people yet</source>
        <translation>Noch kein Standort hat Personen</translation>
    </message>
    <message>
        <source>Bring in your sites with how many people do what where; then this map shows where nobody has been.</source>
        <translation>Bringen Sie Ihre Standorte ein und wie viele Personen wo was tun; dann zeigt diese Karte, wo niemand war.</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Sites and roles: hours watched</source>
        <translation>Standorte und Rollen: begleitete Stunden</translation>
    </message>
    <message>
        <source>Plan a visit there</source>
        <translation>Besuch dort planen</translation>
    </message>
</context>
<context>
    <name>ProgrammeNext</name>
    <message>
        <source>Next visits</source>
        <translation>Nächste Besuche</translation>
    </message>
    <message>
        <source>Plan the suggested visit</source>
        <translation>Den vorgeschlagenen Besuch planen</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message>
        <source>{name} would go.</source>
        <translation>{name} ginge hin.</translation>
    </message>
    <message>
        <source>Where most is at stake that nobody has looked at comes first. Visits that are planned already are left out.</source>
        <translation>Wo am meisten auf dem Spiel steht, was niemand angesehen hat, kommt zuerst. Schon geplante Besuche sind ausgelassen.</translation>
    </message>
    <message>
        <source>Nothing to suggest yet</source>
        <translation>Noch nichts vorzuschlagen</translation>
    </message>
    <message>
        <source>Suggestions come from the sites, the people who work there and what they do. Bring those in first; a CSV file does.</source>
        <translation>Vorschläge ergeben sich aus den Standorten, den Menschen, die dort arbeiten, und dem, was sie tun. Bringen Sie das zuerst ein; eine CSV-Datei genügt.</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Where to go next</source>
        <translation>Wohin als Nächstes</translation>
    </message>
    <message>
        <source>WHY THERE</source>
        <translation>WARUM DORTHIN</translation>
    </message>
    <message>
        <source>Plan this visit</source>
        <translation>Diesen Besuch planen</translation>
    </message>
</context>
<context>
    <name>ProgrammePage</name>
    <message>
        <source>Programme</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>What this page was opened at is not there any more.</source>
        <translation>Wofür diese Seite geöffnet wurde, das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Choose the business unit</source>
        <translation>Den Geschäftsbereich wählen</translation>
    </message>
    <message>
        <source>Goals of the programme</source>
        <translation>Ziele des Programms</translation>
    </message>
    <message>
        <source>Import ticket counts</source>
        <translation>Ticketzahlen importieren</translation>
    </message>
    <message>
        <source>Next view of the programme</source>
        <translation>Nächste Ansicht des Programms</translation>
    </message>
    <message>
        <source>Previous view of the programme</source>
        <translation>Vorige Ansicht des Programms</translation>
    </message>
    <message>
        <source>Programme: {view}</source>
        <translation>Programm: {view}</translation>
    </message>
    <message>
        <source>Import the goals of teams</source>
        <translation>Die Ziele der Teams importieren</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Alle Bereiche</translation>
    </message>
    <message>
        <source>Business unit</source>
        <translation>Geschäftsbereich</translation>
    </message>
    <message>
        <source>Which part of the business</source>
        <translation>Welcher Teil der Organisation</translation>
    </message>
    <message>
        <source>Goals…</source>
        <translation>Ziele …</translation>
    </message>
    <message>
        <source>Import ticket counts…</source>
        <translation>Ticketzahlen importieren …</translation>
    </message>
    <message>
        <source>No programme yet</source>
        <translation>Noch kein Programm</translation>
    </message>
    <message>
        <source>A programme says why IT goes out, how often, and how soon those who were visited hear back. Everything below is counted against it.</source>
        <translation>Ein Programm sagt, warum die IT hinausgeht, wie oft, und wie bald die Besuchten Rückmeldung bekommen. Alles darunter wird daran gemessen.</translation>
    </message>
    <message>
        <source>Set the goals…</source>
        <translation>Ziele setzen …</translation>
    </message>
    <message>
        <source>BEEN OUT THIS YEAR</source>
        <translation>DIESES JAHR VOR ORT</translation>
    </message>
    <message>
        <source>VISITS</source>
        <translation>BESUCHE</translation>
    </message>
    <message>
        <source>WORK NOBODY HAS SEEN</source>
        <translation>ARBEIT, DIE NIEMAND SAH</translation>
    </message>
    <message>
        <source>NOT TOLD IN TIME</source>
        <translation>ZU SPÄT INFORMIERT</translation>
    </message>
    <message>
        <source>Ways to look at the programme</source>
        <translation>Ansichten des Programms</translation>
    </message>
</context>
<context>
    <name>ProgrammePeople</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Set the goal of the team</source>
        <translation>Das Ziel des Teams setzen</translation>
    </message>
    <message>
        <source>Import the goals of teams</source>
        <translation>Die Ziele der Teams importieren</translation>
    </message>
    <message>
        <source>Say who is in IT</source>
        <translation>Sagen, wer zur IT gehört</translation>
    </message>
    <message>
        <source>Without a team</source>
        <translation>Ohne Team</translation>
    </message>
    <message>
        <source>{name}: {out} of {people} out</source>
        <translation>{name}: {out} von {people} vor Ort</translation>
    </message>
    <message>
        <source>behind its goal · {about}</source>
        <translation>hinter dem Ziel · {about}</translation>
    </message>
    <message>
        <source>out {hours} h this year</source>
        <translation>dieses Jahr {hours} h vor Ort</translation>
    </message>
    <message>
        <source>not this year; last out {day}</source>
        <translation>dieses Jahr nicht; zuletzt vor Ort {day}</translation>
    </message>
    <message>
        <source>never been out</source>
        <translation>war noch nie vor Ort</translation>
    </message>
    <message>
        <source>Nobody of IT is here yet</source>
        <translation>Noch ist niemand von der IT hier</translation>
    </message>
    <message>
        <source>Say who you are and who else goes out; then this page shows who has been out and who has not.</source>
        <translation>Sagen Sie, wer Sie sind und wer noch hinausgeht; dann zeigt diese Seite, wer vor Ort war und wer nicht.</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>TEAMS</source>
        <translation>TEAMS</translation>
    </message>
    <message>
        <source>IT teams</source>
        <translation>IT-Teams</translation>
    </message>
    <message>
        <source>Goal of the team…</source>
        <translation>Ziel des Teams …</translation>
    </message>
    <message>
        <source>Import goals…</source>
        <translation>Ziele importieren …</translation>
    </message>
    <message>
        <source>People of the team</source>
        <translation>Personen des Teams</translation>
    </message>
    <message>
        <source>Of a person only this is ever said: whether they have been out, and for how many hours.</source>
        <translation>Über eine Person wird immer nur dies gesagt: ob und wie viele Stunden sie vor Ort war.</translation>
    </message>
</context>
<context>
    <name>ProgrammeShifts</name>
    <message>
        <source>Shifts and services</source>
        <translation>Schichten, Services</translation>
    </message>
    <message>
        <source>Plan the first visit</source>
        <translation>Den ersten Besuch planen</translation>
    </message>
    <message>
        <source>{h} h</source>
        <translation>{h} h</translation>
    </message>
    <message>
        <source>{site}, {shift}: {hours} watched on {visits}.</source>
        <translation>{site}, {shift}: {hours} begleitet, {visits}.</translation>
    </message>
    <message>
        <source>nobody has noted anything of it</source>
        <translation>niemand hat etwas dazu notiert</translation>
    </message>
    <message>
        <source>{notes} at {sites}</source>
        <translation>{notes}, {sites}</translation>
    </message>
    <message>
        <source>Every service was met at least once.</source>
        <translation>Jeder Service kam mindestens einmal vor.</translation>
    </message>
    <message>
        <source>Met nowhere so far: {names}.</source>
        <translation>Bisher nirgends vorgekommen: {names}.</translation>
    </message>
    <message>
        <source>Nobody has asked yet whether the days were typical ones.</source>
        <translation>Noch niemand hat gefragt, ob die Tage üblich waren.</translation>
    </message>
    <message>
        <source>{staged} of {asked:|day|days} may not have been ordinary ones: {untypical:|was|were} quiet, busy or abnormal, and on {picked} managers chose the host.</source>
        <translation>{staged} von {asked:|Tag|Tagen} {staged:!|war|waren} vielleicht nicht gewöhnlich: {untypical:|war|waren} ruhig, voll oder ungewöhnlich, und bei {picked} hat die Leitung die begleitete Person ausgesucht.</translation>
    </message>
    <message>
        <source>Nobody has been there in that shift.</source>
        <translation>In dieser Schicht war noch niemand dort.</translation>
    </message>
    <message>
        <source>Nobody has been out yet</source>
        <translation>Noch war niemand vor Ort</translation>
    </message>
    <message>
        <source>After the first visit this shows which shifts and which services were seen.</source>
        <translation>Nach dem ersten Besuch zeigt dies, welche Schichten und welche Services gesehen wurden.</translation>
    </message>
    <message>
        <source>Open Visits</source>
        <translation>Besuche öffnen</translation>
    </message>
    <message>
        <source>SITES AND SHIFTS</source>
        <translation>STANDORTE UND SCHICHTEN</translation>
    </message>
    <message>
        <source>Sites and shifts: hours watched</source>
        <translation>Standorte und Schichten: begleitete Stunden</translation>
    </message>
    <message>
        <source>SERVICES, THE LEAST SEEN FIRST</source>
        <translation>SERVICES, DIE AM WENIGSTEN GESEHENEN ZUERST</translation>
    </message>
    <message>
        <source>Services and how often they were noted</source>
        <translation>Services und wie oft sie notiert wurden</translation>
    </message>
</context>
<context>
    <name>PromisesStep</name>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>Keep this promise</source>
        <translation>Diese Zusage behalten</translation>
    </message>
    <message>
        <source>A new promise</source>
        <translation>Eine neue Zusage</translation>
    </message>
    <message>
        <source>Remove the promise</source>
        <translation>Die Zusage entfernen</translation>
    </message>
    <message>
        <source>nothing promised yet</source>
        <translation>noch nichts zugesagt</translation>
    </message>
    <message numerus="yes">
        <source>%n without owner or date</source>
        <translation>
            <numerusform>%n ohne Namen oder Datum</numerusform>
            <numerusform>%n ohne Namen oder Datum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>%n Zusage</numerusform>
            <numerusform>%n Zusagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Promise removed. Ctrl+Z brings it back.</source>
        <translation>Zusage entfernt. Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>CHANGE THE PROMISE</source>
        <translation>DIE ZUSAGE ÄNDERN</translation>
    </message>
    <message>
        <source>A NEW PROMISE</source>
        <translation>EINE NEUE ZUSAGE</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>fällig am {day}</translation>
    </message>
    <message>
        <source>nobody’s name on it</source>
        <translation>niemand steht dafür ein</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
</context>
<context>
    <name>QuestionsDialog</name>
    <message>
        <source>Ctrl+Enter keeps, Esc goes back.</source>
        <translation>Strg+Enter speichert, Esc geht zurück.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>RankingEditor</name>
    <message>
        <source>IT’s list</source>
        <translation>IT-Liste</translation>
    </message>
    <message>
        <source>Throw the new order away?</source>
        <translation>Die neue Reihenfolge verwerfen?</translation>
    </message>
    <message>
        <source>The order was changed and not kept.</source>
        <translation>Die Reihenfolge wurde geändert und nicht gespeichert.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What do we believe matters most to them? Put the services in order before the visit, the most important first. The field is compared with this list.</source>
        <translation>Was ist dort unserer Meinung nach am wichtigsten? Ordnen Sie die Services vor dem Besuch, die wichtigsten zuerst. Was sich vor Ort zeigt, wird mit dieser Liste verglichen.</translation>
    </message>
    <message>
        <source>&amp;IN ORDER</source>
        <translation>GE&amp;ORDNET</translation>
    </message>
    <message>
        <source>Services in order, the most important first</source>
        <translation>Geordnete Services, die wichtigsten zuerst</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>NOT IN THE &amp;LIST</source>
        <translation>NICHT IN DER &amp;LISTE</translation>
    </message>
    <message>
        <source>Find a service, Enter adds it</source>
        <translation>Service suchen, Enter fügt hinzu</translation>
    </message>
    <message>
        <source>Find a service that is not in the list</source>
        <translation>Einen Service suchen, der nicht in der Liste ist</translation>
    </message>
    <message>
        <source>Services that are not in the list; Enter adds</source>
        <translation>Services, die nicht in der Liste sind; Enter fügt hinzu</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Start a new list</source>
        <translation>Neue Liste beginnen</translation>
    </message>
    <message>
        <source>Lock…</source>
        <translation>Festhalten …</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>RankingPanel</name>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>From here on the field may speak. The list cannot be changed any more; a new one can be made.</source>
        <translation>Von hier an darf sprechen, was sich vor Ort zeigt. Die Liste lässt sich nicht mehr ändern; eine neue lässt sich anlegen.</translation>
    </message>
    <message>
        <source>Lock IT’s list?</source>
        <translation>Die IT-Liste festhalten?</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Move the service up</source>
        <translation>Den Service nach oben schieben</translation>
    </message>
    <message>
        <source>Move the service down</source>
        <translation>Den Service nach unten schieben</translation>
    </message>
    <message>
        <source>Take the service out of IT’s list</source>
        <translation>Den Service aus der IT-Liste nehmen</translation>
    </message>
    <message>
        <source>Add the service to IT’s list</source>
        <translation>Den Service in die IT-Liste aufnehmen</translation>
    </message>
    <message>
        <source>Keep IT’s list</source>
        <translation>Die IT-Liste speichern</translation>
    </message>
    <message>
        <source>Lock IT’s list…</source>
        <translation>Die IT-Liste festhalten …</translation>
    </message>
    <message>
        <source>Start a new list with this order</source>
        <translation>Mit dieser Reihenfolge eine neue Liste beginnen</translation>
    </message>
    <message>
        <source>What IT believes about {name}</source>
        <translation>Was die IT über {name} glaubt</translation>
    </message>
    <message>
        <source>Locked on {day} by {name}.</source>
        <translation>Am {day} von {name} festgehalten.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemandem</translation>
    </message>
    <message>
        <source>Not locked yet. Lock it before anybody goes out.</source>
        <translation>Noch nicht festgehalten. Halten Sie sie fest, bevor jemand hinausgeht.</translation>
    </message>
    <message>
        <source>Nothing in order yet. Add the first service from the list at the side.</source>
        <translation>Noch ist nichts geordnet. Nehmen Sie den ersten Service aus der Liste an der Seite.</translation>
    </message>
</context>
<context>
    <name>RankingView</name>
    <message>
        <source>{order} “Up”, “down” and “new” are since {day}.</source>
        <translation>{order} „Aufwärts“, „abwärts“ und „neu“ gelten seit {day}.</translation>
    </message>
</context>
<context>
    <name>RatingsStep</name>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>Another respondent</source>
        <translation>Weitere antwortende Person</translation>
    </message>
    <message>
        <source>Somebody else: a role and a number, such as Driver 4</source>
        <translation>Jemand anderes: eine Rolle und eine Zahl, etwa Fahrer 4</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>No service was named on this visit. Name them on the notes, then ask how important they are.</source>
        <translation>Bei diesem Besuch wurde kein Service genannt. Nennen Sie sie an den Notizen, und fragen Sie dann, wie wichtig sie sind.</translation>
    </message>
    <message>
        <source>Go on to the promises</source>
        <translation>Weiter zu den Zusagen</translation>
    </message>
    <message>
        <source>Add a respondent</source>
        <translation>Weitere antwortende Person hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) not asked about</source>
        <translation>
            <numerusform>%n Service nicht erfragt</numerusform>
            <numerusform>%n Services nicht erfragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) asked</source>
        <translation>
            <numerusform>%n Person gefragt</numerusform>
            <numerusform>%n Personen gefragt</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked:</source>
        <translation>Gefragt:</translation>
    </message>
    <message>
        <source>SERVICE</source>
        <translation>SERVICE</translation>
    </message>
    <message>
        <source>IMPORTANCE</source>
        <translation>WICHTIGKEIT</translation>
    </message>
    <message>
        <source>SATISFACTION</source>
        <translation>ZUFRIEDENHEIT</translation>
    </message>
</context>
<context>
    <name>ReadBackRow</name>
    <message>
        <source>What the host says</source>
        <translation>Was die begleitete Person sagt</translation>
    </message>
    <message>
        <source>The host</source>
        <translation>Begleitete Person</translation>
    </message>
    <message>
        <source>The host’s words</source>
        <translation>Die Worte der begleiteten Person</translation>
    </message>
    <message>
        <source>How does the host put it?</source>
        <translation>Wie sagt es die begleitete Person?</translation>
    </message>
</context>
<context>
    <name>ReadBackStep</name>
    <message>
        <source>There is no note about lost time to read back.</source>
        <translation>Es gibt keine Notiz über verlorene Zeit, die vorzulesen wäre.</translation>
    </message>
    <message>
        <source>Go on to importance</source>
        <translation>Weiter zur Wichtigkeit</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) not read back</source>
        <translation>
            <numerusform>%n Notiz nicht vorgelesen</numerusform>
            <numerusform>%n Notizen nicht vorgelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>the host has heard them</source>
        <translation>die begleitete Person hat sie gehört</translation>
    </message>
    <message>
        <source>nothing to read back</source>
        <translation>nichts vorzulesen</translation>
    </message>
</context>
<context>
    <name>ReceivePreview</name>
    <message>
        <source>Everything in this file is here already; nothing would be taken.</source>
        <translation>Alles in dieser Datei ist schon hier; nichts würde übernommen.</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>jemand ohne Namen</translation>
    </message>
    <message>
        <source>From {who}: {about}</source>
        <translation>Von {who}: {about}</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Packed on {when} by {laptop}</source>
        <translation>Gepackt am {when} von {laptop}</translation>
    </message>
    <message>
        <source>Key {digits}</source>
        <translation>Schlüssel {digits}</translation>
    </message>
    <message>
        <source>This laptop is unknown here. Ask {who}, by telephone or face to face, for the key of that laptop (it stands on the page Together) and compare it with the one above.</source>
        <translation>Dieser Laptop ist hier unbekannt. Fragen Sie {who} am Telefon oder persönlich nach dem Schlüssel des Laptops (er steht auf der Seite Gemeinsam), und vergleichen Sie ihn mit dem oben.</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>{number} geändert</translation>
    </message>
    <message>
        <source>{number} erased</source>
        <translation>{number} gelöscht</translation>
    </message>
    <message>
        <source>{number} written twice</source>
        <translation>{number} doppelt geschrieben</translation>
    </message>
    <message>
        <source>{number} refused</source>
        <translation>{number} abgelehnt</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>To be looked after</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Written twice: you will be asked</source>
        <translation>Doppelt geschrieben: Sie werden gefragt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Erased for good: {number}</source>
        <translation>Endgültig gelöscht: {number}</translation>
    </message>
    <message>
        <source>… and {rest} more</source>
        <translation>… und {rest} weitere</translation>
    </message>
    <message>
        <source>{words} (removed)</source>
        <translation>{words} (entfernt)</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>{number} new</source>
        <translation>{number} neu</translation>
    </message>
    <message>
        <source>I have &amp;compared the key: accept this laptop</source>
        <translation>Ich habe den Schlüssel &amp;verglichen: diesen Laptop annehmen</translation>
    </message>
    <message>
        <source>Take this laptop into &amp;my team instead</source>
        <translation>Diesen Laptop stattdessen in &amp;mein Team aufnehmen</translation>
    </message>
    <message>
        <source>What the file would do</source>
        <translation>Was die Datei tun würde</translation>
    </message>
    <message>
        <source>Nothing is taken until you say so; it is one action, whole or not at all, and can be taken back as a whole.</source>
        <translation>Nichts wird übernommen, bevor Sie es sagen; es ist ein einziger Vorgang, ganz oder gar nicht, und lässt sich als Ganzes zurücknehmen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Take in</source>
        <translation>Über&amp;nehmen</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>“{field}” is empty; fill it in before keeping it.</source>
        <translation>„{field}“ ist leer; füllen Sie es vor dem Speichern aus.</translation>
    </message>
    <message>
        <source>“{field}” is too long; at most {most} characters fit.</source>
        <translation>„{field}“ ist zu lang; höchstens {most} Zeichen passen.</translation>
    </message>
    <message>
        <source>“{field}” cannot be kept like this; change it and try again.</source>
        <translation>„{field}“ lässt sich so nicht speichern; ändern Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Write this down now. It is shown only once.</source>
        <translation>Schreiben Sie das jetzt auf. Es wird nur einmal gezeigt.</translation>
    </message>
    <message>
        <source>If you forget the passphrase, this code is the only way to your notes. Keep it apart from this computer.</source>
        <translation>Wenn Sie die Passphrase vergessen, ist dieser Code der einzige Weg zu Ihren Notizen. Bewahren Sie ihn getrennt von diesem Computer auf.</translation>
    </message>
    <message>
        <source>I have &amp;written it down</source>
        <translation>Ich habe ihn auf&amp;geschrieben</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Recovery code of a Shadow store. It opens the store without the passphrase: keep this page apart from the computer, and let nobody else see it.</source>
        <translation>Wiederherstellungscode eines Shadow-Datenspeichers. Er öffnet den Datenspeicher ohne die Passphrase: Bewahren Sie dieses Blatt getrennt vom Computer auf, und zeigen Sie es niemandem.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
</context>
<context>
    <name>ReleaseWork</name>
    <message>
        <source>Release the report</source>
        <translation>Den Bericht freigeben</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>It is kept as it is now, with its hash and your name, and prints the same for ever.</source>
        <translation>Er wird so aufbewahrt, wie er jetzt ist, mit Prüfsumme und Ihrem Namen, und druckt sich für immer gleich.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Withdraw edition {number}</source>
        <translation>Ausgabe {number} zurückziehen</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>W&amp;arum</translation>
    </message>
    <message>
        <source>Its content goes for good; its hash, its date and this reason stay.</source>
        <translation>Ihr Inhalt geht endgültig; Prüfsumme, Datum und dieser Grund bleiben.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Edition {number} is released.</source>
        <translation>Ausgabe {number} ist freigegeben.</translation>
    </message>
    <message>
        <source>Edition {number} is withdrawn.</source>
        <translation>Ausgabe {number} ist zurückgezogen.</translation>
    </message>
</context>
<context>
    <name>ReportChoices</name>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>You said – we did</source>
        <translation>Sie sagten – wir taten</translation>
    </message>
    <message>
        <source>Service priorities</source>
        <translation>Prioritäten der Services</translation>
    </message>
    <message>
        <source>Business units</source>
        <translation>Geschäftsbereiche</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>For the service desk</source>
        <translation>Für den Servicedesk</translation>
    </message>
    <message>
        <source>Did the release help?</source>
        <translation>Hat das Release geholfen?</translation>
    </message>
    <message>
        <source>Released editions</source>
        <translation>Freigegebene Ausgaben</translation>
    </message>
    <message>
        <source>The whole business</source>
        <translation>Die ganze Organisation</translation>
    </message>
    <message>
        <source>The programme</source>
        <translation>Das Programm</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Alle Bereiche</translation>
    </message>
    <message>
        <source>edition {number} was withdrawn</source>
        <translation>Ausgabe {number} wurde zurückgezogen</translation>
    </message>
    <message>
        <source>edition {number} is out</source>
        <translation>Ausgabe {number} ist heraus</translation>
    </message>
    <message>
        <source>edition {number} · {day}</source>
        <translation>Ausgabe {number} · {day}</translation>
    </message>
    <message>
        <source>{edition} · content withdrawn</source>
        <translation>{edition} · Inhalt zurückgezogen</translation>
    </message>
</context>
<context>
    <name>ReportFigures</name>
    <message>
        <source>The field showed</source>
        <translation>Vor Ort gezeigt</translation>
    </message>
    <message>
        <source>The day at {site}</source>
        <translation>Der Tag in {site}</translation>
    </message>
    <message>
        <source>The day showed</source>
        <translation>Der Tag zeigte</translation>
    </message>
    <message>
        <source>in the lower half of IT’s list</source>
        <translation>in der unteren Hälfte der IT-Liste</translation>
    </message>
    <message>
        <source>in the upper half</source>
        <translation>in der oberen Hälfte</translation>
    </message>
    <message>
        <source>What hurts, by where it stands on IT’s list</source>
        <translation>Was weh tut, nach seinem Platz auf der IT-Liste</translation>
    </message>
    <message>
        <source>Hours lost a year by service</source>
        <translation>Im Jahr verlorene Stunden nach Service</translation>
    </message>
    <message>
        <source>IT assumed</source>
        <translation>Von der IT angenommen</translation>
    </message>
    <message>
        <source>Not on IT’s list</source>
        <translation>Nicht auf der IT-Liste</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Nicht gesehen</translation>
    </message>
    <message>
        <source>IT’s list and what was seen</source>
        <translation>IT-Liste und was gesehen wurde</translation>
    </message>
</context>
<context>
    <name>ReportShown</name>
    <message>
        <source>Nothing is left of what this edition said. Release a new one from the report.</source>
        <translation>Von dem, was diese Ausgabe sagte, ist nichts übrig. Geben Sie aus dem Bericht eine neue frei.</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Draft: every page carries the word until the report is released.</source>
        <translation>Entwurf: Jede Seite trägt das Wort, bis der Bericht freigegeben ist.</translation>
    </message>
    <message>
        <source>Reviewed, not released: every page says so.</source>
        <translation>Durchgesehen, nicht freigegeben: Jede Seite sagt es.</translation>
    </message>
    <message>
        <source>Draft. Before it can be released: {what}.</source>
        <translation>Entwurf. Vor der Freigabe zu klären: {what}.</translation>
    </message>
    <message>
        <source>Edition {number} of {day} lost its content on {gone}: {why}. Its hash and date stay.</source>
        <translation>Ausgabe {number} vom {day} verlor ihren Inhalt am {gone}: {why}. Prüfsumme und Datum bleiben.</translation>
    </message>
    <message>
        <source>Edition {number} was released on {day} by {by}; content {sha}.</source>
        <translation>Ausgabe {number} wurde am {day} von {by} freigegeben; Inhalt {sha}.</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>jemand ohne Namen</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Cancelled; no file was written.</source>
        <translation>Abgebrochen; keine Datei wurde geschrieben.</translation>
    </message>
    <message>
        <source>Save the report as PDF…</source>
        <translation>Den Bericht als PDF speichern …</translation>
    </message>
    <message>
        <source>Save the report as Markdown…</source>
        <translation>Den Bericht als Markdown speichern …</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Release the report…</source>
        <translation>Den Bericht freigeben …</translation>
    </message>
    <message>
        <source>Withdraw the edition…</source>
        <translation>Die Ausgabe zurückziehen …</translation>
    </message>
    <message>
        <source>Export data…</source>
        <translation>Daten exportieren …</translation>
    </message>
    <message>
        <source>Choose the kind of report</source>
        <translation>Die Art des Berichts wählen</translation>
    </message>
    <message>
        <source>Find a report</source>
        <translation>Einen Bericht suchen</translation>
    </message>
    <message>
        <source>Cancel printing</source>
        <translation>Drucken abbrechen</translation>
    </message>
    <message>
        <source>Go to the visits</source>
        <translation>Zu den Besuchen</translation>
    </message>
    <message>
        <source>Printing {name} …</source>
        <translation>{name} wird gedruckt …</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>Freigeben …</translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>Zur Durchsicht</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>Kind of report</source>
        <translation>Art des Berichts</translation>
    </message>
    <message>
        <source>Reports to choose from</source>
        <translation>Berichte zur Auswahl</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>PDF speichern …</translation>
    </message>
    <message>
        <source>Save Markdown…</source>
        <translation>Markdown speichern …</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Zurückziehen …</translation>
    </message>
    <message>
        <source>WHAT PAPER CANNOT SHOW AS IT WAS WRITTEN</source>
        <translation>WAS PAPIER NICHT SO ZEIGEN KANN, WIE ES GESCHRIEBEN WURDE</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is nothing to report on yet</source>
        <translation>Noch gibt es nichts zu berichten</translation>
    </message>
    <message>
        <source>A report needs a visit: plan one, go, and write down what you see.</source>
        <translation>Ein Bericht braucht einen Besuch: Planen Sie einen, gehen Sie hin, und schreiben Sie auf, was Sie sehen.</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>What it holds, and what changes</source>
        <translation>Was enthalten ist und was sich ändert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>Nothing is past its time: visits are kept for {months:|month|months}.</source>
        <translation>Nichts ist über seine Zeit: Besuche werden {months:|Monat|Monate} aufbewahrt.</translation>
    </message>
    <message>
        <source>Past their time of {months:|month|months}</source>
        <translation>Über die Zeit von {months:|Monat|Monaten} hinaus</translation>
    </message>
    <message>
        <source>{visits} erased; the receipts are in Settings → Privacy.</source>
        <translation>{visits} gelöscht; die Belege stehen unter Einstellungen → Datenschutz.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Changed since</source>
        <translation>Geändert seit</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>No service</source>
        <translation>Kein Service</translation>
    </message>
    <message>
        <source>Draft: its author is not done with it.</source>
        <translation>Entwurf: Wer sie schrieb, ist noch nicht fertig damit.</translation>
    </message>
    <message>
        <source>Ready: its author has handed it in.</source>
        <translation>Fertig: von der Person, die sie schrieb, abgegeben.</translation>
    </message>
    <message>
        <source>Has a question: its author sees it on Today.</source>
        <translation>Hat eine Frage: Wer sie schrieb, sieht sie unter Heute.</translation>
    </message>
    <message>
        <source>Accepted by the lead: it may be printed.</source>
        <translation>Von der Leitung angenommen: Sie darf gedruckt werden.</translation>
    </message>
    <message>
        <source>Set aside by the lead: it is kept, not counted, never printed.</source>
        <translation>Von der Leitung zurückgestellt: aufbewahrt, nicht gezählt, nie gedruckt.</translation>
    </message>
    <message>
        <source>Unclear first</source>
        <translation>Unklare zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Most damage</source>
        <translation>Größter Schaden</translation>
    </message>
    <message>
        <source>Most time lost</source>
        <translation>Meiste verlorene Zeit</translation>
    </message>
    <message>
        <source>By visit</source>
        <translation>Nach Besuch</translation>
    </message>
    <message>
        <source>unclear: {tags}</source>
        <translation>unklar: {tags}</translation>
    </message>
    <message>
        <source>something to accept or decline</source>
        <translation>etwas zu übernehmen oder abzulehnen</translation>
    </message>
    <message>
        <source>no service yet</source>
        <translation>noch kein Service</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>Pain point</source>
        <translation>Schmerzpunkt</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Seen with</source>
        <translation>Gesehen bei</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Besuch</translation>
    </message>
    <message>
        <source>Time lost</source>
        <translation>Verlorene Zeit</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Ermittelt</translation>
    </message>
    <message>
        <source>changed since it was accepted</source>
        <translation>geändert, seit sie angenommen wurde</translation>
    </message>
    <message>
        <source>could point at a person</source>
        <translation>könnte auf eine Person hinweisen</translation>
    </message>
    <message>
        <source>a surprise</source>
        <translation>eine Überraschung</translation>
    </message>
    <message>
        <source>told, not seen</source>
        <translation>erzählt, nicht gesehen</translation>
    </message>
</context>
<context>
    <name>ReviewDetails</name>
    <message>
        <source>The note</source>
        <translation>Die Notiz</translation>
    </message>
    <message>
        <source>The note and all about it</source>
        <translation>Die Notiz und alles dazu</translation>
    </message>
    <message>
        <source>Its words were changed after they were accepted: look again, then accept.</source>
        <translation>Ihre Worte wurden nach der Annahme geändert: Sehen Sie noch einmal hin, und nehmen Sie sie dann an.</translation>
    </message>
    <message>
        <source>Their words</source>
        <translation>In eigenen Worten</translation>
    </message>
    <message>
        <source>What happened next</source>
        <translation>Was dann geschah</translation>
    </message>
    <message>
        <source>Our reading</source>
        <translation>Unsere Deutung</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idee</translation>
    </message>
    <message>
        <source>SET ASIDE BECAUSE</source>
        <translation>ZURÜCKGESTELLT, WEIL</translation>
    </message>
    <message>
        <source>QUESTION TO THE AUTHOR</source>
        <translation>FRAGE AN DIE VERFASSENDE PERSON</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>Noch keine Antwort.</translation>
    </message>
    <message>
        <source>Answer: {words}</source>
        <translation>Antwort: {words}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>COULD POINT AT A PERSON</source>
        <translation>KÖNNTE AUF EINE PERSON HINWEISEN</translation>
    </message>
    <message>
        <source>Put this instead   P</source>
        <translation>Dies stattdessen   P</translation>
    </message>
    <message>
        <source>LOOKS LIKE</source>
        <translation>ÄHNELT</translation>
    </message>
    <message>
        <source>Notes like this one</source>
        <translation>Notizen wie diese</translation>
    </message>
    <message>
        <source>Same cause   M</source>
        <translation>Gleiche Ursache   M</translation>
    </message>
    <message>
        <source>Noted twice   D</source>
        <translation>Doppelt notiert   D</translation>
    </message>
    <message>
        <source>Open in its visit   Enter</source>
        <translation>Im Besuch öffnen   Enter</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Accept the chosen notes</source>
        <translation>Die gewählten Notizen annehmen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Name the service of the chosen notes…</source>
        <translation>Den Service der gewählten Notizen nennen …</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Service nennen</translation>
    </message>
    <message>
        <source>Change the kind of the chosen notes…</source>
        <translation>Die Art der gewählten Notizen ändern …</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Ask the author about the chosen notes…</source>
        <translation>Zu den gewählten Notizen nachfragen …</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Set the chosen notes aside…</source>
        <translation>Die gewählten Notizen zurückstellen …</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Group the chosen notes in a pain point…</source>
        <translation>Die gewählten Notizen einem Schmerzpunkt zuordnen …</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Mask what could point at a person</source>
        <translation>Unkenntlich machen, was auf eine Person hinweisen könnte</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Unkenntlich</translation>
    </message>
    <message>
        <source>Take a service off the chosen notes…</source>
        <translation>Einen Service von den gewählten Notizen nehmen …</translation>
    </message>
    <message>
        <source>Hand in the chosen notes (author)</source>
        <translation>Die gewählten Notizen abgeben (wer sie schrieb)</translation>
    </message>
    <message>
        <source>Same cause as the note it looks like</source>
        <translation>Gleiche Ursache wie die Notiz, der sie ähnelt</translation>
    </message>
    <message>
        <source>Noted twice: set aside</source>
        <translation>Doppelt notiert: zurückstellen</translation>
    </message>
    <message>
        <source>History of the note</source>
        <translation>Verlauf der Notiz</translation>
    </message>
    <message>
        <source>Open the note in its visit</source>
        <translation>Die Notiz in ihrem Besuch öffnen</translation>
    </message>
    <message>
        <source>Search the notes</source>
        <translation>Die Notizen durchsuchen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Keep this search…</source>
        <translation>Diese Suche speichern …</translation>
    </message>
    <message>
        <source>Drop the kept search in the line</source>
        <translation>Die gespeicherte Suche in der Zeile verwerfen</translation>
    </message>
    <message>
        <source>Clear the search, or plan a visit</source>
        <translation>Die Suche leeren oder einen Besuch planen</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>wird gesucht …</translation>
    </message>
    <message>
        <source>{chosen} of {notes} chosen</source>
        <translation>{chosen} von {notes} gewählt</translation>
    </message>
    <message>
        <source>No note fits this search</source>
        <translation>Keine Notiz passt zu dieser Suche</translation>
    </message>
    <message>
        <source>There is nothing to review yet</source>
        <translation>Noch gibt es nichts durchzusehen</translation>
    </message>
    <message>
        <source>Take a filter away, or look for fewer words.</source>
        <translation>Nehmen Sie einen Filter weg, oder suchen Sie nach weniger Wörtern.</translation>
    </message>
    <message>
        <source>Notes come here from every visit as soon as they are written.</source>
        <translation>Notizen kommen aus jedem Besuch hierher, sobald sie geschrieben sind.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Go to the visits</source>
        <translation>Zu den Besuchen</translation>
    </message>
    <message>
        <source>Undo   U</source>
        <translation>Rückgängig   U</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>The search is kept as “{name}”.</source>
        <translation>Die Suche ist als „{name}“ gespeichert.</translation>
    </message>
    <message>
        <source>What shall this search be called?</source>
        <translation>Wie soll diese Suche heißen?</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>Alle Notizen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The line holds no kept search; choose one first.</source>
        <translation>In der Zeile steht keine gespeicherte Suche; wählen Sie zuerst eine.</translation>
    </message>
    <message>
        <source>The search is dropped.</source>
        <translation>Die Suche ist verworfen.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Words and filters, such as  printer is:untagged site:harbour from:2026-05</source>
        <translation>Wörter und Filter, etwa  drucker is:untagged site:hafen from:2026-05</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>Gemerkte Suchen</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Speichern …</translation>
    </message>
</context>
<context>
    <name>ReviewSearch</name>
    <message>
        <source>Kept searches</source>
        <translation>Gemerkte Suchen</translation>
    </message>
</context>
<context>
    <name>ReviewVerbs</name>
    <message>
        <source>Which service are they about?</source>
        <translation>Um welche Services geht es?</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Nennen</translation>
    </message>
    <message>
        <source>This note names no service, so there is none to take off.</source>
        <translation>Diese Notiz nennt keinen Service, es ist also keiner wegzunehmen.</translation>
    </message>
    <message>
        <source>Which service are they not about?</source>
        <translation>Um welchen Service geht es nicht?</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>What are they?</source>
        <translation>Was sind sie?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>Was möchten Sie wissen?</translation>
    </message>
    <message>
        <source>The author reads it on Today and answers. Then the note is ready again.</source>
        <translation>Wer die Notiz schrieb, liest es unter Heute und antwortet. Dann ist die Notiz wieder fertig.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Why are they set aside?</source>
        <translation>Warum werden sie zurückgestellt?</translation>
    </message>
    <message>
        <source>They are kept, not counted and never printed. The author can read why.</source>
        <translation>Sie werden aufbewahrt, nicht gezählt und nie gedruckt. Wer sie schrieb, kann den Grund lesen.</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Both are in the pain point “{title}” now. U takes it back.</source>
        <translation>Beide sind jetzt im Schmerzpunkt „{title}“. U nimmt es zurück.</translation>
    </message>
    <message>
        <source>Choose a note in the list first.</source>
        <translation>Wählen Sie zuerst eine Notiz in der Liste.</translation>
    </message>
    <message>
        <source>Do this to {notes}?</source>
        <translation>Das für {notes} tun?</translation>
    </message>
    <message>
        <source>It is one action, and U takes it back.</source>
        <translation>Es ist ein einziger Vorgang, und U nimmt ihn zurück.</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Nothing looks like this note.</source>
        <translation>Nichts ähnelt dieser Notiz.</translation>
    </message>
    <message>
        <source>Which pain point do they belong to?</source>
        <translation>Zu welchem Schmerzpunkt gehören sie?</translation>
    </message>
    <message>
        <source>Put them in</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>New pain point: {typed}</source>
        <translation>Neuer Schmerzpunkt: {typed}</translation>
    </message>
    <message>
        <source>Under which service does it stand?</source>
        <translation>Unter welchem Service steht er?</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Nothing had to be changed: they are so already.</source>
        <translation>Nichts war zu ändern: Sie sind schon so.</translation>
    </message>
    <message>
        <source>{what}. U takes it back.</source>
        <translation>{what}. U nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>RowSums</name>
    <message>
        <source>PLACE</source>
        <translation>PLATZ</translation>
    </message>
    <message>
        <source>LIKELY RANGE AND CHANCE</source>
        <translation>WAHRSCHEINLICHE SPANNE UND ZUFALL</translation>
    </message>
    <message>
        <source>IT’S LIST, PEOPLE AND THE FIELD</source>
        <translation>IT-LISTE, LEUTE UND VOR ORT</translation>
    </message>
    <message>
        <source>HOW SURE</source>
        <translation>WIE SICHER</translation>
    </message>
    <message>
        <source>Place {place} of {all} by weighted hours, {hours} h.</source>
        <translation>Platz {place} von {all} nach gewichteten Stunden, {hours} h.</translation>
    </message>
    <message>
        <source>Before it: {service} with {hours} h.</source>
        <translation>Davor: {service} mit {hours} h.</translation>
    </message>
    <message>
        <source>After it: {service} with {hours} h.</source>
        <translation>Danach: {service} mit {hours} h.</translation>
    </message>
    <message>
        <source>The rates and minutes of every note were drawn {draws} times within what the evidence allows. In eight draws of ten the hours lay between {low} and {high}, the weighted hours between {wlh_low} and {wlh_high}; in {share} of the draws it was among the first three.</source>
        <translation>Häufigkeiten und Minuten jeder Notiz wurden {draws}-mal innerhalb dessen gezogen, was die Belege zulassen. In acht von zehn Ziehungen lagen die Stunden zwischen {low} und {high}, die gewichteten Stunden zwischen {wlh_low} und {wlh_high}; in {share} der Ziehungen war der Service unter den ersten drei.</translation>
    </message>
    <message>
        <source>IT has made no list here.</source>
        <translation>Die IT hat hier keine Liste gemacht.</translation>
    </message>
    <message>
        <source>IT’s list, over the {listed:|service that is|services that are} used here: place {place}.</source>
        <translation>IT-Liste, unter den hier benutzten {listed:|Service|Services}: Platz {place}.</translation>
    </message>
    <message>
        <source>Not on IT’s list of {listed}, so it shares place {place} with all others.</source>
        <translation>Nicht auf der IT-Liste mit {listed}, teilt sich also Platz {place} mit allen anderen.</translation>
    </message>
    <message>
        <source>People said: place {place}, importance {importance} on average, {people} asked.</source>
        <translation>Von den Leuten genannt: Platz {place}, Wichtigkeit im Mittel {importance}, gefragt: {people}.</translation>
    </message>
    <message>
        <source>Opportunity, importance and what satisfaction lacks of it: {value}.</source>
        <translation>Chance, also Wichtigkeit und was der Zufriedenheit davon fehlt: {value}.</translation>
    </message>
    <message>
        <source>Gap: {assumed} on IT’s list − {field} in the field = {gap}.</source>
        <translation>Lücke: {assumed} auf der IT-Liste − {field} vor Ort = {gap}.</translation>
    </message>
    <message>
        <source>{notes} from {visits} at {sites}, written by {people} of IT: {grade}.</source>
        <translation>{notes}, {visits}, {sites}, Schreibende aus der IT: {people}: {grade}.</translation>
    </message>
    <message>
        <source>Solid takes five notes from three visits at two sites by two people, first signs three notes from two visits. A note on two services is half a note on each.</source>
        <translation>Gut belegt braucht fünf Notizen aus drei Besuchen an zwei Standorten von zwei Personen, erste Belege drei Notizen aus zwei Besuchen. Eine Notiz zu zwei Services ist bei jedem eine halbe.</translation>
    </message>
    <message>
        <source>Seen to the letter: {minutes:|minute|minutes}.</source>
        <translation>Wörtlich gesehen: {minutes:|Minute|Minuten}.</translation>
    </message>
</context>
<context>
    <name>SavingMark</name>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>wird gespeichert …</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>gespeichert {time}</translation>
    </message>
    <message>
        <source>Not saved: {why}</source>
        <translation>Nicht gespeichert: {why}</translation>
    </message>
</context>
<context>
    <name>SectionCard</name>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>ServiceBox</name>
    <message>
        <source>Add a service…</source>
        <translation>Service hinzufügen …</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Service hinzufügen</translation>
    </message>
    <message>
        <source>Take off {service}</source>
        <translation>{service} wegnehmen</translation>
    </message>
    <message>
        <source>because of {words}</source>
        <translation>wegen {words}</translation>
    </message>
    <message>
        <source>Add {service}, suggested {why}</source>
        <translation>{service} hinzufügen, vorgeschlagen {why}</translation>
    </message>
</context>
<context>
    <name>ServiceRows</name>
    <message>
        <source>in first 3</source>
        <translation>Top 3</translation>
    </message>
    <message>
        <source>{chance} likely in the first three</source>
        <translation>{chance} wahrscheinlich unter den ersten drei</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>likely {span}</source>
        <translation>wahrscheinlich {span}</translation>
    </message>
    <message>
        <source>{grade}: {notes} from {visits}</source>
        <translation>{grade}: {notes}, {visits}</translation>
    </message>
    <message>
        <source>almost surely among the first three</source>
        <translation>fast sicher unter den ersten drei</translation>
    </message>
    <message>
        <source>probably among the first three</source>
        <translation>vermutlich unter den ersten drei</translation>
    </message>
    <message>
        <source>may or may not be among the first three</source>
        <translation>mal unter den ersten drei, mal nicht</translation>
    </message>
    <message>
        <source>perhaps among the first three</source>
        <translation>vielleicht unter den ersten drei</translation>
    </message>
    <message>
        <source>hardly among the first three</source>
        <translation>kaum unter den ersten drei</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Typing twelve visits into a throw-away store …</source>
        <translation>Zwölf Besuche werden in einen Wegwerf-Speicher geschrieben …</translation>
    </message>
    <message>
        <source>Opening your store …</source>
        <translation>Ihr Datenspeicher wird geöffnet …</translation>
    </message>
    <message>
        <source>Save a report without content…</source>
        <translation>Bericht ohne Inhalte speichern …</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Saving first …</source>
        <translation>Zuerst wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>SettingsAbout</name>
    <message>
        <source>About</source>
        <translation>Über Shadow</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>Versionen und Lizenzen</translation>
    </message>
    <message>
        <source>Look for a newer version</source>
        <translation>Nach einer neueren Version sehen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>Asked is {address}, where your administrator writes the version. Nothing is fetched or sent.</source>
        <translation>Gefragt wird {address}, wo Ihre Administration die Version einträgt. Es wird nichts geholt oder gesendet.</translation>
    </message>
    <message>
        <source>Your administrator names no place where a newer version is announced, so nothing is asked.</source>
        <translation>Ihre Administration nennt keinen Ort, an dem eine neuere Version angekündigt wird; deshalb wird nichts gefragt.</translation>
    </message>
    <message>
        <source>Shadow {there} is there; you have {here}. Your administrator knows how to get it.</source>
        <translation>Shadow {there} ist da; Sie haben {here}. Ihre Administration weiß, wie Sie es bekommen.</translation>
    </message>
    <message>
        <source>You have Shadow {here}; nothing newer is there.</source>
        <translation>Sie haben Shadow {here}; es gibt nichts Neueres.</translation>
    </message>
    <message>
        <source>About Shadow</source>
        <translation>Über Shadow</translation>
    </message>
    <message>
        <source>Spend a day where your customers work, and bring home what matters.</source>
        <translation>Verbringen Sie einen Tag, wo Ihre Kunden arbeiten, und bringen Sie mit, was zählt.</translation>
    </message>
    <message>
        <source>VERSIONS</source>
        <translation>VERSIONEN</translation>
    </message>
    <message>
        <source>LICENCES</source>
        <translation>LIZENZEN</translation>
    </message>
    <message>
        <source>NEWER VERSIONS</source>
        <translation>NEUERE VERSIONEN</translation>
    </message>
    <message>
        <source>Look for a newer version when Shadow starts</source>
        <translation>Beim Start nach einer neueren Version sehen</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
</context>
<context>
    <name>SettingsBackups</name>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>What there is, making one, putting one back</source>
        <translation>Was es gibt, eine machen, eine zurückspielen</translation>
    </message>
    <message>
        <source>Copying, opening and counting …</source>
        <translation>Wird kopiert, geöffnet und gezählt …</translation>
    </message>
    <message>
        <source>Reading every page …</source>
        <translation>Jede Seite wird gelesen …</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Put a backup back…</source>
        <translation>Eine Sicherung zurückspielen …</translation>
    </message>
    <message>
        <source>Open the folder of the backups</source>
        <translation>Den Ordner der Sicherungen öffnen</translation>
    </message>
    <message>
        <source>See what can be read of the store…</source>
        <translation>Ansehen, was vom Datenspeicher lesbar ist …</translation>
    </message>
    <message>
        <source>This is the demo: it is thrown away when the window closes, so nothing of it is kept.</source>
        <translation>Das ist die Demo: Sie wird weggeworfen, wenn sich das Fenster schließt; es bleibt nichts davon.</translation>
    </message>
    <message>
        <source>Backed up and read back: {what}.</source>
        <translation>Gesichert und nachgelesen: {what}.</translation>
    </message>
    <message>
        <source>Reading the backup …</source>
        <translation>Die Sicherung wird gelesen …</translation>
    </message>
    <message>
        <source>Put back the backup of {moment}?</source>
        <translation>Die Sicherung vom {moment} zurückspielen?</translation>
    </message>
    <message>
        <source>It takes the place of the store under a new number of this laptop. The store that is there now is moved aside whole, never deleted.</source>
        <translation>Sie tritt an die Stelle des Datenspeichers, unter einer neuen Nummer dieses Laptops. Der jetzige Datenspeicher wird ganz beiseitegelegt und nie gelöscht.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurückspielen</translation>
    </message>
    <message>
        <source>The backup is back: {what}.</source>
        <translation>Die Sicherung ist zurückgespielt: {what}.</translation>
    </message>
    <message>
        <source>The store that was there lies in {folder}.</source>
        <translation>Der bisherige Datenspeicher liegt in {folder}.</translation>
    </message>
    <message>
        <source>Putting the backup back …</source>
        <translation>Die Sicherung wird zurückgespielt …</translation>
    </message>
    <message>
        <source>What can be read of the store</source>
        <translation>Was vom Datenspeicher lesbar ist</translation>
    </message>
    <message>
        <source>Nothing was changed. It can take the place of the store, which is then moved aside whole.</source>
        <translation>Es wurde nichts geändert. Es kann an die Stelle des Datenspeichers treten, der dann ganz beiseitegelegt wird.</translation>
    </message>
    <message>
        <source>Go on with this</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>You go on with what could be read: {what}. The store that was there lies in quarantine.</source>
        <translation>Sie machen mit dem weiter, was lesbar war: {what}. Der bisherige Datenspeicher liegt in Quarantäne.</translation>
    </message>
    <message>
        <source>Made once a day when something was written, and before whatever changes much at once; encrypted as the store is. Each is opened and counted before it counts as one.</source>
        <translation>Einmal am Tag gemacht, wenn etwas geschrieben wurde, und vor allem, was viel auf einmal ändert; verschlüsselt wie der Datenspeicher. Jede wird geöffnet und nachgezählt, bevor sie als Sicherung gilt.</translation>
    </message>
    <message>
        <source>There is no backup yet. “Back up now” makes the first one.</source>
        <translation>Es gibt noch keine Sicherung. „Jetzt sichern“ macht die erste.</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Sicherungen, die neueste zuerst</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>Zurückspielen …</translation>
    </message>
    <message>
        <source>Open their folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>See what can be read…</source>
        <translation>Ansehen, was lesbar ist …</translation>
    </message>
</context>
<context>
    <name>SettingsBusiness</name>
    <message>
        <source>Business</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Firms, units, sites, roles, headcounts</source>
        <translation>Firmen, Bereiche, Standorte, Rollen, Kopfzahlen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries hang on it; remove or move those first.</source>
        <translation>
            <numerusform>%Ln Eintrag hängt daran; entfernen oder verschieben Sie ihn zuerst.</numerusform>
            <numerusform>%Ln Einträge hängen daran; entfernen oder verschieben Sie diese zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove it? Notes and visits that name it stay.</source>
        <translation>Entfernen? Notizen und Besuche, die ihn nennen, bleiben.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Import sites and headcounts</source>
        <translation>Standorte und Kopfzahlen importieren</translation>
    </message>
    <message>
        <source>Add a firm</source>
        <translation>Firma hinzufügen</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>Bereich hinzufügen</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>Rolle hinzufügen</translation>
    </message>
    <message>
        <source>Add a site</source>
        <translation>Standort hinzufügen</translation>
    </message>
    <message>
        <source>Add a headcount</source>
        <translation>Kopfzahl hinzufügen</translation>
    </message>
    <message>
        <source>Edit the entry</source>
        <translation>Den Eintrag bearbeiten</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>Den Eintrag entfernen</translation>
    </message>
    <message>
        <source>Import sites and headcounts…</source>
        <translation>Standorte und Kopfzahlen importieren …</translation>
    </message>
    <message>
        <source>The business</source>
        <translation>Die Organisation</translation>
    </message>
    <message>
        <source>Firms, their units, sites and roles, and how many people do what where: the figures stand on these numbers.</source>
        <translation>Firmen, ihre Bereiche, Standorte und Rollen, und wie viele Personen wo was tun: Auf diesen Zahlen stehen die Ergebnisse.</translation>
    </message>
    <message>
        <source>Firms, units, sites, roles and headcounts</source>
        <translation>Firmen, Bereiche, Standorte, Rollen und Kopfzahlen</translation>
    </message>
    <message>
        <source>There is no firm yet</source>
        <translation>Es gibt noch keine Firma</translation>
    </message>
    <message>
        <source>Import firms, units, sites and headcounts from one CSV file, or add the first firm by hand.</source>
        <translation>Importieren Sie Firmen, Bereiche, Standorte und Kopfzahlen aus einer CSV-Datei, oder fügen Sie die erste Firma von Hand hinzu.</translation>
    </message>
    <message>
        <source>Add a firm…</source>
        <translation>Firma hinzufügen …</translation>
    </message>
    <message>
        <source>Add a unit…</source>
        <translation>Bereich hinzufügen …</translation>
    </message>
    <message>
        <source>Add a role…</source>
        <translation>Rolle hinzufügen …</translation>
    </message>
    <message>
        <source>Add a site…</source>
        <translation>Standort hinzufügen …</translation>
    </message>
    <message>
        <source>Add a headcount…</source>
        <translation>Kopfzahl hinzufügen …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
</context>
<context>
    <name>SettingsCatalogue</name>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Services and what people call them</source>
        <translation>Services und wie sie genannt werden</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Service hinzufügen</translation>
    </message>
    <message>
        <source>Edit a service</source>
        <translation>Service bearbeiten</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>Einen Katalog importieren</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>Einen Service suchen</translation>
    </message>
    <message>
        <source>Edit the service</source>
        <translation>Den Service bearbeiten</translation>
    </message>
    <message>
        <source>Retire the service or bring it back</source>
        <translation>Den Service stilllegen oder zurückholen</translation>
    </message>
    <message>
        <source>Import a catalogue…</source>
        <translation>Einen Katalog importieren …</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Stilllegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>What people call it</source>
        <translation>Wie er genannt wird</translation>
    </message>
    <message>
        <source>the gun, scanner, handheld</source>
        <translation>die Pistole, Scanner, Handgerät</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Support team</source>
        <translation>Supportteam</translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation>Kritikalität</translation>
    </message>
    <message>
        <source>Write commas between the words that people use. Two services may share a word.</source>
        <translation>Setzen Sie Kommas zwischen die Wörter, die benutzt werden. Zwei Services dürfen sich ein Wort teilen.</translation>
    </message>
    <message>
        <source>Catalogue of services</source>
        <translation>Servicekatalog</translation>
    </message>
    <message>
        <source>What IT provides, with the words people really use for it. An alias may belong to several services; then quick entry asks later.</source>
        <translation>Was die IT bereitstellt, mit den Wörtern, die wirklich dafür benutzt werden. Ein anderer Name kann zu mehreren Services gehören; dann fragt die Schnelleingabe später nach.</translation>
    </message>
    <message>
        <source>Find a service by code, name or alias</source>
        <translation>Einen Service nach Kürzel, Name oder anderem Namen suchen</translation>
    </message>
    <message>
        <source>Show retired</source>
        <translation>Stillgelegte zeigen</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>There is no service yet</source>
        <translation>Es gibt noch keinen Service</translation>
    </message>
    <message>
        <source>Import the catalogue that you have as a CSV file, or add the first services by hand.</source>
        <translation>Importieren Sie Ihren vorhandenen Katalog als CSV-Datei, oder fügen Sie die ersten Services von Hand hinzu.</translation>
    </message>
    <message>
        <source>Add a service…</source>
        <translation>Service hinzufügen …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
</context>
<context>
    <name>SettingsKeys</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>What opens the store, when it locks</source>
        <translation>Was den Datenspeicher öffnet, wann er gesperrt wird</translation>
    </message>
    <message>
        <source>Let this computer’s keyring open it</source>
        <translation>Den Schlüsselbund dieses Computers zulassen</translation>
    </message>
    <message>
        <source>Take it out of the keyring</source>
        <translation>Aus dem Schlüsselbund nehmen</translation>
    </message>
    <message>
        <source>Whoever can sign in to this computer as you can then open the store without its passphrase.</source>
        <translation>Wer sich an diesem Computer unter Ihrem Namen anmelden kann, kann den Datenspeicher dann ohne Passphrase öffnen.</translation>
    </message>
    <message>
        <source>From then on the passphrase is asked for at every start.</source>
        <translation>Von da an wird bei jedem Start nach der Passphrase gefragt.</translation>
    </message>
    <message>
        <source>The keyring opens the store.</source>
        <translation>Der Schlüsselbund öffnet den Datenspeicher.</translation>
    </message>
    <message>
        <source>The keyring opens the store no more.</source>
        <translation>Der Schlüsselbund öffnet den Datenspeicher nicht mehr.</translation>
    </message>
    <message>
        <source>Compare the digits that are shown afterwards with your lead’s.</source>
        <translation>Vergleichen Sie die Ziffern, die danach gezeigt werden, mit denen Ihrer Leitung.</translation>
    </message>
    <message>
        <source>The team’s recovery key {mark} opens the store; compare these digits with your lead’s.</source>
        <translation>Der Wiederherstellungsschlüssel des Teams {mark} öffnet den Datenspeicher; vergleichen Sie diese Ziffern mit denen Ihrer Leitung.</translation>
    </message>
    <message>
        <source>Let the team’s recovery key open this store</source>
        <translation>Den Wiederherstellungsschlüssel des Teams für diesen Datenspeicher zulassen</translation>
    </message>
    <message>
        <source>Take the team’s recovery key away</source>
        <translation>Den Wiederherstellungsschlüssel des Teams wegnehmen</translation>
    </message>
    <message>
        <source>The team’s key opens the store no more.</source>
        <translation>Der Schlüssel des Teams öffnet den Datenspeicher nicht mehr.</translation>
    </message>
    <message>
        <source>Your lead can then help no more when passphrase and code are gone.</source>
        <translation>Ihre Leitung kann dann nicht mehr helfen, wenn Passphrase und Code weg sind.</translation>
    </message>
    <message>
        <source>Where the file of the team’s recovery key shall lie</source>
        <translation>Wo die Datei mit dem Wiederherstellungsschlüssel des Teams liegen soll</translation>
    </message>
    <message>
        <source>Its passphrase opens every store that it is let into. Keep file and passphrase in two places.</source>
        <translation>Seine Passphrase öffnet jeden Datenspeicher, der ihn zulässt. Bewahren Sie Datei und Passphrase an zwei Orten auf.</translation>
    </message>
    <message>
        <source>Make the team’s recovery key</source>
        <translation>Den Wiederherstellungsschlüssel des Teams erzeugen</translation>
    </message>
    <message>
        <source>The store and every backup are encrypted anew; that takes about as long as copying them. The passphrase stays, a new recovery code is shown once, and a backup is made before.</source>
        <translation>Der Datenspeicher und jede Sicherung werden neu verschlüsselt; das dauert etwa so lange, wie sie zu kopieren. Die Passphrase bleibt, ein neuer Wiederherstellungscode wird einmal gezeigt, und vorher wird eine Sicherung gemacht.</translation>
    </message>
    <message>
        <source>Give the store another key</source>
        <translation>Dem Datenspeicher einen anderen Schlüssel geben</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Die Passphrase ändern …</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation>Neuer Wiederherstellungscode …</translation>
    </message>
    <message>
        <source>Keyring of this computer…</source>
        <translation>Schlüsselbund dieses Computers …</translation>
    </message>
    <message>
        <source>Let the team’s recovery key open it…</source>
        <translation>Den Wiederherstellungsschlüssel des Teams zulassen …</translation>
    </message>
    <message>
        <source>Take the team’s recovery key away…</source>
        <translation>Den Wiederherstellungsschlüssel des Teams wegnehmen …</translation>
    </message>
    <message>
        <source>Make a recovery key for the team…</source>
        <translation>Einen Wiederherstellungsschlüssel für das Team erzeugen …</translation>
    </message>
    <message>
        <source>Give the store another key…</source>
        <translation>Dem Datenspeicher einen anderen Schlüssel geben …</translation>
    </message>
    <message>
        <source>Lock   Ctrl+Shift+L</source>
        <translation>Sperren   Strg+Umschalt+L</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Passphrase setzen …</translation>
    </message>
    <message>
        <source>Take it out of the keyring…</source>
        <translation>Aus dem Schlüsselbund nehmen …</translation>
    </message>
    <message>
        <source>Let the keyring open it…</source>
        <translation>Schlüsselbund zulassen …</translation>
    </message>
    <message>
        <source>The new passphrase opens the store from now on; the old one opens nothing.</source>
        <translation>Von jetzt an öffnet die neue Passphrase den Datenspeicher; die alte öffnet nichts mehr.</translation>
    </message>
    <message>
        <source>The word for everybody</source>
        <translation>Das Wort für alle</translation>
    </message>
    <message>
        <source>Everybody &amp;will get it from me</source>
        <translation>Alle &amp;bekommen es von mir</translation>
    </message>
    <message>
        <source>The store has another key, and so {count:!|has|have} {count:|backup|backups}. The passphrase is the same.</source>
        <translation>Der Datenspeicher hat einen anderen Schlüssel, ebenso {count:|Sicherung|Sicherungen}. Die Passphrase ist dieselbe.</translation>
    </message>
    <message>
        <source>Encrypting the store and its backups anew …</source>
        <translation>Der Datenspeicher und seine Sicherungen werden neu verschlüsselt …</translation>
    </message>
    <message>
        <source> minute</source>
        <translation> Minute</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>The store is encrypted. Whatever is named here opens it; nothing else does, on this computer or on any other.</source>
        <translation>Der Datenspeicher ist verschlüsselt. Was hier genannt ist, öffnet ihn, sonst nichts, auf diesem Computer oder einem anderen.</translation>
    </message>
    <message>
        <source>WHAT OPENS IT</source>
        <translation>WAS IHN ÖFFNET</translation>
    </message>
    <message>
        <source>LOCK</source>
        <translation>SPERREN</translation>
    </message>
    <message>
        <source>Locked, the store is closed, its key is dropped and the window is blank; a line that is being typed comes back. It locks as well when this computer goes to sleep, or wakes where the system does not tell before.</source>
        <translation>Gesperrt ist der Datenspeicher geschlossen, sein Schlüssel verworfen und das Fenster leer; eine angefangene Zeile kommt zurück. Gesperrt wird auch, wenn dieser Computer in den Ruhezustand geht, oder beim Aufwachen, wo das System es nicht vorher meldet.</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message>
        <source>Lock after so many minutes without a key or a move of the mouse</source>
        <translation>Sperren nach so vielen Minuten ohne Taste und Mausbewegung</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>THE TEAM’S RECOVERY KEY</source>
        <translation>WIEDERHERSTELLUNGSSCHLÜSSEL DES TEAMS</translation>
    </message>
    <message>
        <source>It opens the store with your lead’s help when passphrase and code are gone. Your lead makes it once, keeps its file and passphrase apart, and gives everybody one word of it; the word alone opens nothing.</source>
        <translation>Er öffnet den Datenspeicher mit Hilfe Ihrer Leitung, wenn Passphrase und Code weg sind. Ihre Leitung erzeugt ihn einmal, bewahrt seine Datei und seine Passphrase getrennt auf und gibt allen ein Wort daraus; das Wort allein öffnet nichts.</translation>
    </message>
    <message>
        <source>Let it open this store…</source>
        <translation>Für diesen Datenspeicher zulassen …</translation>
    </message>
    <message>
        <source>Take it away…</source>
        <translation>Wegnehmen …</translation>
    </message>
    <message>
        <source>Make one for the team…</source>
        <translation>Für das Team erzeugen …</translation>
    </message>
    <message>
        <source>SOMEBODY MAY KNOW THE KEY</source>
        <translation>JEMAND KENNT VIELLEICHT DEN SCHLÜSSEL</translation>
    </message>
    <message>
        <source>A new passphrase keeps out those who know the old one. If somebody may have copied the opened store or its key, give it another key: store and backups are encrypted anew.</source>
        <translation>Eine neue Passphrase sperrt alle aus, die die alte kennen. Hat vielleicht jemand den geöffneten Datenspeicher oder seinen Schlüssel kopiert, geben Sie ihm einen anderen Schlüssel: Datenspeicher und Sicherungen werden neu verschlüsselt.</translation>
    </message>
    <message>
        <source>Give it another key…</source>
        <translation>Anderen Schlüssel geben …</translation>
    </message>
</context>
<context>
    <name>SettingsLists</name>
    <message>
        <source>IT’s lists, weights</source>
        <translation>IT-Listen, Gewichte</translation>
    </message>
    <message>
        <source>What IT believes, and what counts how much</source>
        <translation>Was die IT glaubt, und was wie viel zählt</translation>
    </message>
    <message>
        <source>Open the list of IT</source>
        <translation>Die IT-Liste öffnen</translation>
    </message>
    <message>
        <source>Import a ranking…</source>
        <translation>Eine Rangfolge importieren …</translation>
    </message>
    <message>
        <source>Go to the weights</source>
        <translation>Zu den Gewichten</translation>
    </message>
    <message>
        <source>Import a ranking</source>
        <translation>Eine Rangfolge importieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln Service</numerusform>
            <numerusform>%Ln Services</numerusform>
        </translation>
    </message>
    <message>
        <source>not locked yet</source>
        <translation>noch nicht festgehalten</translation>
    </message>
    <message>
        <source>locked on {day} by {name}</source>
        <translation>am {day} von {name} festgehalten</translation>
    </message>
    <message>
        <source>locked on {day}</source>
        <translation>am {day} festgehalten</translation>
    </message>
    <message>
        <source>IT’s lists and weights</source>
        <translation>IT-Listen und Gewichte</translation>
    </message>
    <message>
        <source>What IT believes matters most, per firm or unit. A list is locked before the field is shown, and never changes afterwards.</source>
        <translation>Was die IT für das Wichtigste hält, je Firma oder Bereich. Eine Liste wird festgehalten, bevor sich zeigt, was vor Ort gilt, und ändert sich danach nie.</translation>
    </message>
    <message>
        <source>IT’s lists</source>
        <translation>IT-Listen</translation>
    </message>
    <message>
        <source>IT has written down no list yet</source>
        <translation>Die IT hat noch keine Liste aufgeschrieben</translation>
    </message>
    <message>
        <source>Import a ranking as a CSV file, or open a unit on Priorities and put its list in order there.</source>
        <translation>Importieren Sie eine Rangfolge als CSV-Datei, oder öffnen Sie unter Prioritäten einen Bereich und ordnen Sie dort seine Liste.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>The weights of the score are tried out and kept on Priorities.</source>
        <translation>Die Gewichte der Bewertung werden unter Prioritäten ausprobiert und gespeichert.</translation>
    </message>
</context>
<context>
    <name>SettingsLook</name>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Light, dark, text size, language, paper</source>
        <translation>Hell, dunkel, Schriftgröße, Sprache, Papier</translation>
    </message>
    <message>
        <source>US Letter, as usual here</source>
        <translation>US Letter, wie hier üblich</translation>
    </message>
    <message>
        <source>A4, as usual here</source>
        <translation>A4, wie hier üblich</translation>
    </message>
    <message>
        <source>A4 (210 × 297 mm)</source>
        <translation>A4 (210 × 297 mm)</translation>
    </message>
    <message>
        <source>US Letter (8.5 × 11 in)</source>
        <translation>US Letter (8,5 × 11 Zoll)</translation>
    </message>
    <message>
        <source>Colours as the system says</source>
        <translation>Farben wie im System</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Speak the language of this computer</source>
        <translation>Die Sprache dieses Computers sprechen</translation>
    </message>
    <message>
        <source>Speak English (English)</source>
        <translation>Englisch sprechen (English)</translation>
    </message>
    <message>
        <source>Speak German (Deutsch)</source>
        <translation>Deutsch sprechen (Deutsch)</translation>
    </message>
    <message>
        <source>Print on the paper that is usual here</source>
        <translation>Auf hier übliches Papier drucken</translation>
    </message>
    <message>
        <source>Print on A4</source>
        <translation>Auf A4 drucken</translation>
    </message>
    <message>
        <source>Print on US Letter</source>
        <translation>Auf US Letter drucken</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>COLOURS</source>
        <translation>FARBEN</translation>
    </message>
    <message>
        <source>As the &amp;system says</source>
        <translation>Wie im &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>TEXT SIZE</source>
        <translation>SCHRIFTGRÖSSE</translation>
    </message>
    <message>
        <source>Text size in percent</source>
        <translation>Schriftgröße in Prozent</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Colours and text size change at once; everything here is remembered on this computer.</source>
        <translation>Farben und Schriftgröße ändern sich sofort; alles hier bleibt auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>SPRACHE</translation>
    </message>
    <message>
        <source>The language of &amp;this computer</source>
        <translation>Die Sprache dieses &amp;Computers</translation>
    </message>
    <message>
        <source>Another language is spoken when Shadow is started again.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start von Shadow.</translation>
    </message>
    <message>
        <source>PAPER OF REPORTS</source>
        <translation>PAPIER DER BERICHTE</translation>
    </message>
    <message>
        <source>Paper of reports</source>
        <translation>Papier der Berichte</translation>
    </message>
</context>
<context>
    <name>SettingsMe</name>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>My name, my team, the IT people</source>
        <translation>Mein Name, mein Team, die Personen der IT</translation>
    </message>
    <message>
        <source>Save my name and team</source>
        <translation>Meinen Namen und mein Team speichern</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Edit the person</source>
        <translation>Die Person bearbeiten</translation>
    </message>
    <message>
        <source>Edit a person</source>
        <translation>Person bearbeiten</translation>
    </message>
    <message>
        <source>team lead</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>that is me</source>
        <translation>das bin ich</translation>
    </message>
    <message>
        <source>From now on your notes carry the name {name}.</source>
        <translation>Ab jetzt tragen Ihre Notizen den Namen {name}.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Leads a team</source>
        <translation>Leitet ein Team</translation>
    </message>
    <message>
        <source>Me and the IT people</source>
        <translation>Ich und die Personen der IT</translation>
    </message>
    <message>
        <source>Your notes carry your name; nothing is ever counted per person but hours out.</source>
        <translation>Ihre Notizen tragen Ihren Namen; je Person wird nie etwas gezählt außer Stunden vor Ort.</translation>
    </message>
    <message>
        <source>My &amp;name</source>
        <translation>Mein &amp;Name</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>Mein Name</translation>
    </message>
    <message>
        <source>My &amp;team</source>
        <translation>Mein &amp;Team</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Mein Team</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>IT PEOPLE OF THE PROGRAMME</source>
        <translation>PERSONEN DER IT IM PROGRAMM</translation>
    </message>
    <message>
        <source>IT people</source>
        <translation>Personen der IT</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Person hinzufügen …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Nobody is named yet</source>
        <translation>Noch ist niemand genannt</translation>
    </message>
    <message>
        <source>Save your own name above, then add whoever else of IT goes out. The programme shows who has been out, and who has not yet.</source>
        <translation>Speichern Sie oben Ihren eigenen Namen, und fügen Sie dann alle aus der IT hinzu, die hinausgehen. Das Programm zeigt, wer schon vor Ort war und wer noch nicht.</translation>
    </message>
    <message>
        <source>Add the first person…</source>
        <translation>Die erste Person hinzufügen …</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings: {section}</source>
        <translation>Einstellungen: {section}</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
</context>
<context>
    <name>SettingsPrivacy</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Who was visited, what they may ask for, how long it is kept</source>
        <translation>Wer besucht wurde, was diese Personen verlangen können, wie lange es bleibt</translation>
    </message>
    <message>
        <source>Erase everything about {pseudonym}</source>
        <translation>Alles über {pseudonym} löschen</translation>
    </message>
    <message>
        <source>Erase visit {number}</source>
        <translation>Besuch {number} löschen</translation>
    </message>
    <message>
        <source>Erase what was taken back?</source>
        <translation>Löschen, was zurückgenommen wurde?</translation>
    </message>
    <message>
        <source>It is shown nowhere any more; now it goes for good, here and on every laptop.</source>
        <translation>Es wird nirgends mehr gezeigt; jetzt geht es endgültig, hier und auf jedem Laptop.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>{count:|note or photo|notes and photos} erased.</source>
        <translation>{count:|Notiz oder Foto|Notizen und Fotos} gelöscht.</translation>
    </message>
    <message>
        <source>Erase the photos behind those that were blacked out?</source>
        <translation>Die Fotos hinter den geschwärzten löschen?</translation>
    </message>
    <message>
        <source>The blacked-out ones stay. What was there goes for good, here and on every laptop.</source>
        <translation>Die geschwärzten bleiben. Was vorher da war, geht endgültig, hier und auf jedem Laptop.</translation>
    </message>
    <message>
        <source>{count:|photo|photos} erased.</source>
        <translation>{count:|Foto|Fotos} gelöscht.</translation>
    </message>
    <message>
        <source>The name still stands in {count:|text|texts} of the visit. Once it is forgotten nobody knows that it is a name, and reports may print it. Take it out of them first.</source>
        <translation>Der Name steht noch in {count:|Text|Texten} des Besuchs. Ist er vergessen, weiß niemand mehr, dass es ein Name ist, und Berichte drucken ihn vielleicht. Nehmen Sie ihn vorher heraus.</translation>
    </message>
    <message>
        <source>Forget the name all the same?</source>
        <translation>Den Namen trotzdem vergessen?</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forgotten. The pseudonym stays.</source>
        <translation>Vergessen. Das Pseudonym bleibt.</translation>
    </message>
    <message>
        <source>Save what is held</source>
        <translation>Speichern, was vorliegt</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <translation>Die Erklärung speichern</translation>
    </message>
    <message>
        <source>Save the receipts</source>
        <translation>Die Belege speichern</translation>
    </message>
    <message>
        <source>Save what is held about a host…</source>
        <translation>Speichern, was über eine begleitete Person vorliegt …</translation>
    </message>
    <message>
        <source>Erase what was taken back…</source>
        <translation>Löschen, was zurückgenommen wurde …</translation>
    </message>
    <message>
        <source>Erase what was blacked out…</source>
        <translation>Löschen, was geschwärzt wurde …</translation>
    </message>
    <message>
        <source>Forget the name of a host</source>
        <translation>Den Namen einer begleiteten Person vergessen</translation>
    </message>
    <message>
        <source>Erase a visit…</source>
        <translation>Einen Besuch löschen …</translation>
    </message>
    <message>
        <source>Erase everything about a host…</source>
        <translation>Alles über eine begleitete Person löschen …</translation>
    </message>
    <message>
        <source>Look at what is past its time…</source>
        <translation>Ansehen, was über seine Zeit ist …</translation>
    </message>
    <message>
        <source>Save the statement for the works council…</source>
        <translation>Die Erklärung für den Betriebsrat speichern …</translation>
    </message>
    <message>
        <source>Save the receipts…</source>
        <translation>Die Belege speichern …</translation>
    </message>
    <message>
        <source>no name on this computer</source>
        <translation>kein Name auf diesem Computer</translation>
    </message>
    <message>
        <source>took something back: hidden, not erased yet</source>
        <translation>hat etwas zurückgezogen: verborgen, noch nicht gelöscht</translation>
    </message>
    <message>
        <source>Erased. {spread}.</source>
        <translation>Gelöscht. {spread}.</translation>
    </message>
    <message>
        <source>Saved, not encrypted: hand it over and delete it.</source>
        <translation>Gespeichert, unverschlüsselt: Übergeben Sie die Datei, und löschen Sie sie dann.</translation>
    </message>
    <message>
        <source>Saved, not encrypted. {notes} may name somebody else: look before you hand it over.</source>
        <translation>Gespeichert, unverschlüsselt. In {notes} ist vielleicht jemand anderes genannt: Sehen Sie nach, bevor Sie sie übergeben.</translation>
    </message>
    <message numerus="yes">
        <source> month(s)</source>
        <comment>suffix of a number</comment>
        <translation>
            <numerusform> Monat</numerusform>
            <numerusform> Monate</numerusform>
        </translation>
    </message>
    <message>
        <source> months</source>
        <translation> Monate</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Names stand in the key list of this computer and nowhere else. Everything here shows first what it would do.</source>
        <translation>Namen stehen in der Schlüsselliste dieses Computers und sonst nirgends. Alles hier zeigt zuerst, was es tun würde.</translation>
    </message>
    <message>
        <source>&amp;What was noted on a visit is kept for</source>
        <translation>Was bei einem &amp;Besuch notiert wurde, bleibt</translation>
    </message>
    <message>
        <source>How many months a visit is kept</source>
        <translation>Wie viele Monate ein Besuch aufbewahrt wird</translation>
    </message>
    <message>
        <source>Past their time…</source>
        <translation>Über die Zeit …</translation>
    </message>
    <message>
        <source>Who was visited</source>
        <translation>Wer besucht wurde</translation>
    </message>
    <message>
        <source>Nobody was visited yet</source>
        <translation>Noch niemand wurde besucht</translation>
    </message>
    <message>
        <source>Whoever is named on the Prepare tab of a visit stands here by pseudonym, with everything they may ask for.</source>
        <translation>Wer auf der Seite Vorbereiten eines Besuchs genannt ist, steht hier mit Pseudonym und allem, was verlangt werden kann.</translation>
    </message>
    <message>
        <source>Go to the visits</source>
        <translation>Zu den Besuchen</translation>
    </message>
    <message>
        <source>Save what is held…</source>
        <translation>Vorliegendes speichern …</translation>
    </message>
    <message>
        <source>Forget the name</source>
        <translation>Namen vergessen</translation>
    </message>
    <message>
        <source>Erase the visit…</source>
        <translation>Besuch löschen …</translation>
    </message>
    <message>
        <source>Erase the person…</source>
        <translation>Person löschen …</translation>
    </message>
    <message>
        <source>WHAT WAS ERASED</source>
        <translation>WAS GELÖSCHT WURDE</translation>
    </message>
    <message>
        <source>What was erased</source>
        <translation>Was gelöscht wurde</translation>
    </message>
    <message>
        <source>Statement for the works council…</source>
        <translation>Erklärung für den Betriebsrat …</translation>
    </message>
</context>
<context>
    <name>SettingsSteps</name>
    <message>
        <source>Business steps</source>
        <translation>Arbeitsschritte</translation>
    </message>
    <message>
        <source>Which services a step needs together</source>
        <translation>Welche Services ein Schritt zusammen braucht</translation>
    </message>
    <message>
        <source>Add a business step</source>
        <translation>Arbeitsschritt hinzufügen</translation>
    </message>
    <message>
        <source>Edit the business step</source>
        <translation>Den Arbeitsschritt bearbeiten</translation>
    </message>
    <message>
        <source>Remove the business step</source>
        <translation>Den Arbeitsschritt entfernen</translation>
    </message>
    <message>
        <source>A step belongs to a business unit; add a firm and a unit first.</source>
        <translation>Ein Schritt gehört zu einem Geschäftsbereich; fügen Sie zuerst eine Firma und einen Bereich hinzu.</translation>
    </message>
    <message>
        <source>Edit a business step</source>
        <translation>Arbeitsschritt bearbeiten</translation>
    </message>
    <message>
        <source>{step} was removed; its services and notes stay.</source>
        <translation>{step} wurde entfernt; seine Services und Notizen bleiben.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Business unit</source>
        <translation>Geschäftsbereich</translation>
    </message>
    <message>
        <source>Services it needs</source>
        <translation>Services, die er braucht</translation>
    </message>
    <message>
        <source>What is at stake</source>
        <translation>Was auf dem Spiel steht</translation>
    </message>
    <message>
        <source>A step of the business’s own work and the services it needs together, such as “CV out the door”.</source>
        <translation>Ein Schritt der eigentlichen Arbeit und die Services, die er zusammen braucht, etwa „Lebenslauf versandt“.</translation>
    </message>
    <message>
        <source>No step is named yet</source>
        <translation>Noch kein Schritt ist genannt</translation>
    </message>
    <message>
        <source>Name the steps of the work that matter, and the services each of them needs. Priorities then shows what each step loses.</source>
        <translation>Nennen Sie die Arbeitsschritte, auf die es ankommt, und die Services, die jeder davon braucht. Die Prioritäten zeigen dann, was jeder Schritt verliert.</translation>
    </message>
    <message>
        <source>Add the first step…</source>
        <translation>Ersten Schritt hinzufügen …</translation>
    </message>
    <message>
        <source>Add a step…</source>
        <translation>Schritt hinzufügen …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>SettingsStore</name>
    <message>
        <source>Store</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Where it is, whether it is well, where the log lies</source>
        <translation>Wo er liegt, ob er in Ordnung ist, wo das Protokoll liegt</translation>
    </message>
    <message>
        <source>Examine the store closely</source>
        <translation>Den Datenspeicher genau prüfen</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <translation>Den Ordner des Protokolls öffnen</translation>
    </message>
    <message>
        <source>Reading every page …</source>
        <translation>Jede Seite wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing has been written to the log yet.</source>
        <translation>Ins Protokoll wurde noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>{size}, {notes} from {visits}, {photos:|photo|photos}, {changes:|change|changes} on record</source>
        <translation>{size}, {notes}, {visits}, {photos:|Foto|Fotos}, {changes:|Änderung|Änderungen} verzeichnet</translation>
    </message>
    <message>
        <source>Yes: pages, links, history and search agree.</source>
        <translation>Ja: Seiten, Verknüpfungen, Verlauf und Suche stimmen überein.</translation>
    </message>
    <message>
        <source>The store</source>
        <translation>Der Datenspeicher</translation>
    </message>
    <message>
        <source>One file holds everything. A copy of it and of its key file is a whole backup.</source>
        <translation>Eine Datei enthält alles. Eine Kopie von ihr und ihrer Schlüsseldatei ist eine vollständige Sicherung.</translation>
    </message>
    <message>
        <source>WHERE IT IS</source>
        <translation>WO ER LIEGT</translation>
    </message>
    <message>
        <source>Where the store is</source>
        <translation>Wo der Datenspeicher liegt</translation>
    </message>
    <message>
        <source>WHAT PROTECTS IT</source>
        <translation>WAS IHN SCHÜTZT</translation>
    </message>
    <message>
        <source>IS IT WELL?</source>
        <translation>IST ER IN ORDNUNG?</translation>
    </message>
    <message>
        <source>Examine closely</source>
        <translation>Genau prüfen</translation>
    </message>
    <message>
        <source>WHERE THE LOG LIES</source>
        <translation>WO DAS PROTOKOLL LIEGT</translation>
    </message>
    <message>
        <source>Where the log lies</source>
        <translation>Wo das Protokoll liegt</translation>
    </message>
    <message>
        <source>It holds times, counts and the kinds of errors, and nothing that anybody wrote.</source>
        <translation>Es enthält Zeiten, Anzahlen und die Art von Fehlern und nichts, was jemand geschrieben hat.</translation>
    </message>
    <message>
        <source>Save a report without content…</source>
        <translation>Bericht ohne Inhalte speichern …</translation>
    </message>
    <message>
        <source>WHO ELSE WRITES INTO IT</source>
        <translation>WER SONST HINEINSCHREIBT</translation>
    </message>
</context>
<context>
    <name>SettingsTeam</name>
    <message>
        <source>Together</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Where the laptops of the team meet</source>
        <translation>Wo die Laptops des Teams austauschen</translation>
    </message>
    <message>
        <source>Change where we meet…</source>
        <translation>Ändern, wo wir austauschen …</translation>
    </message>
    <message>
        <source>Pause meeting by itself, or go on</source>
        <translation>Selbsttätigen Austausch aussetzen oder fortsetzen</translation>
    </message>
    <message>
        <source>Open the page Together</source>
        <translation>Die Seite Gemeinsam öffnen</translation>
    </message>
    <message>
        <source>Laptop {number}; its key is {key}. Read it to whoever asks for it before they accept this laptop.</source>
        <translation>Laptop {number}; sein Schlüssel ist {key}. Lesen Sie ihn vor, wenn jemand danach fragt, um diesen Laptop anzunehmen.</translation>
    </message>
    <message>
        <source>Nowhere: this laptop works alone, or hands over files.</source>
        <translation>Nirgends: Dieser Laptop arbeitet allein oder übergibt Dateien.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Aussetzen</translation>
    </message>
    <message>
        <source>Together with others</source>
        <translation>Gemeinsam mit anderen</translation>
    </message>
    <message>
        <source>Everything is written on this computer first; what is exchanged, with whom and how often is yours to say.</source>
        <translation>Alles wird zuerst auf diesem Computer geschrieben; was mit wem und wie oft ausgetauscht wird, bestimmen Sie.</translation>
    </message>
    <message>
        <source>WHERE WE MEET</source>
        <translation>WO WIR AUSTAUSCHEN</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Open Together</source>
        <translation>Gemeinsam öffnen</translation>
    </message>
    <message>
        <source>THIS LAPTOP</source>
        <translation>DIESER LAPTOP</translation>
    </message>
</context>
<context>
    <name>SimilarDialog</name>
    <message>
        <source>Looks like</source>
        <translation>Ähnelt</translation>
    </message>
    <message>
        <source>Noted before, with the same rare words</source>
        <translation>Schon notiert, mit denselben seltenen Worten</translation>
    </message>
    <message>
        <source>Earlier notes like this one</source>
        <translation>Frühere Notizen wie diese</translation>
    </message>
</context>
<context>
    <name>SinceTab</name>
    <message>
        <source>No ranking is locked here yet</source>
        <translation>Hier ist noch keine Rangfolge festgehalten</translation>
    </message>
    <message>
        <source>Lock today’s ranking under a name. It is never changed again, and from then on this page says what has moved since, and whether chance could have done it.</source>
        <translation>Halten Sie die heutige Rangfolge unter einem Namen fest. Sie wird nie mehr geändert, und von da an sagt diese Seite, was sich seitdem bewegt hat und ob es Zufall sein kann.</translation>
    </message>
    <message>
        <source>Lock this ranking</source>
        <translation>Diese Rangfolge festhalten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Before the release</source>
        <translation>Vor dem Release</translation>
    </message>
    <message>
        <source>It keeps the places, hours, money and ranges of today, is never changed, and can be compared with.</source>
        <translation>Sie behält die Plätze, Stunden, Gelder und Spannen von heute, ändert sich nie und dient zum Vergleich.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Locked as “{name}”.</source>
        <translation>Als „{name}“ festgehalten.</translation>
    </message>
</context>
<context>
    <name>SixPanel</name>
    <message>
        <source>Grade…</source>
        <translation>Bewerten …</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Nobody has graded it.</source>
        <translation>Niemand hat es bewertet.</translation>
    </message>
    <message>
        <source>Nobody has decided.</source>
        <translation>Niemand hat entschieden.</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message>
        <source>No note says the minutes.</source>
        <translation>Keine Notiz nennt die Minuten.</translation>
    </message>
    <message>
        <source>Estimate…</source>
        <translation>Schätzen …</translation>
    </message>
    <message>
        <source>Nobody: name somebody.</source>
        <translation>Niemand: Nennen Sie jemanden.</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>Nennen …</translation>
    </message>
    <message>
        <source>Nobody has asked, and nobody has told it.</source>
        <translation>Niemand hat gefragt, und niemand hat es gesagt.</translation>
    </message>
    <message>
        <source>Tell…</source>
        <translation>Informieren …</translation>
    </message>
</context>
<context>
    <name>StatusFoot</name>
    <message>
        <source>Exchange: {words}</source>
        <translation>Austausch: {words}</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>wird gesucht …</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>SuggestedServices</name>
    <message>
        <source>because of {words}</source>
        <translation>wegen {words}</translation>
    </message>
    <message>
        <source>Suggestion {n}: {name} {why}</source>
        <translation>Vorschlag {n}: {name} {why}</translation>
    </message>
</context>
<context>
    <name>Sums</name>
    <message>
        <source>{hours} h · {share}</source>
        <translation>{hours} h · {share}</translation>
    </message>
    <message>
        <source>{terms} = {whole} h</source>
        <translation>{terms} = {whole} h</translation>
    </message>
    <message>
        <source>{rest} more</source>
        <translation>{rest} weitere</translation>
    </message>
    <message>
        <source>At sites where somebody has been: {seen} h; carried over to the others: {carried} h.</source>
        <translation>An Standorten, wo jemand war: {seen} h; auf die anderen übertragen: {carried} h.</translation>
    </message>
    <message>
        <source>Each service: minutes lost each time × times a day × people × days ÷ 60, worked out at each site and for each role, then added up.</source>
        <translation>Jeder Service: verlorene Minuten je Mal × Mal am Tag × Personen × Tage ÷ 60, für jeden Standort und jede Rolle berechnet und dann zusammengezählt.</translation>
    </message>
    <message>
        <source>{hours} h lost in a year</source>
        <translation>{hours} h im Jahr verloren</translation>
    </message>
    <message>
        <source>The hours of all services together. A service shows the notes behind it.</source>
        <translation>Die Stunden aller Services zusammen. Ein Service zeigt die Notizen dahinter.</translation>
    </message>
    <message>
        <source>{money} a year</source>
        <translation>{money} im Jahr</translation>
    </message>
    <message>
        <source>No money can be said</source>
        <translation>Über Geld lässt sich nichts sagen</translation>
    </message>
    <message>
        <source>What the lost hours of all services cost the business.</source>
        <translation>Was die verlorenen Stunden aller Services den Fachbereich kosten.</translation>
    </message>
    <message>
        <source>{money} · {hours} h</source>
        <translation>{money} · {hours} h</translation>
    </message>
    <message>
        <source>Each service: hours × what an hour of the role costs × the share of lost time that nobody makes up for ({share}), and what each event loses where the damage is priced.</source>
        <translation>Jeder Service: Stunden × was eine Stunde der Rolle kostet × der Anteil verlorener Zeit, den niemand aufholt ({share}), und was jeder Vorfall kostet, wo der Schaden einen Preis hat.</translation>
    </message>
    <message>
        <source>Of this, priced damage: {money}.</source>
        <translation>Davon Schaden mit Preis: {money}.</translation>
    </message>
    <message>
        <source>Every figure rests on these hours beside people at their work.</source>
        <translation>Jede Zahl beruht auf diesen Stunden an der Seite arbeitender Menschen.</translation>
    </message>
    <message>
        <source>{day} · {role} · {hours} h</source>
        <translation>{day} · {role} · {hours} h</translation>
    </message>
    <message>
        <source>Been to: {sites}.</source>
        <translation>Besucht: {sites}.</translation>
    </message>
    <message>
        <source>nowhere yet</source>
        <translation>noch nirgends</translation>
    </message>
    <message>
        <source>Not been to: {sites}.</source>
        <translation>Nicht besucht: {sites}.</translation>
    </message>
    <message>
        <source>The hours of each role that was watched, {watched} h, are {share} of the {worked} h that these roles work in a year; a visit that watched two roles counts for both.</source>
        <translation>Die Stunden jeder begleiteten Rolle, {watched} h, sind {share} der {worked} h, die diese Rollen im Jahr arbeiten; ein Besuch bei zwei Rollen zählt für beide.</translation>
    </message>
    <message>
        <source>without a price, so nothing: {number}</source>
        <translation>ohne Preis, also nichts: {number}</translation>
    </message>
    <message>
        <source>An hour costs: {prices}</source>
        <translation>Eine Stunde kostet: {prices}</translation>
    </message>
    <message>
        <source>Weighted hours in the lower half: {sum}</source>
        <translation>Gewichtete Stunden in der unteren Hälfte: {sum}</translation>
    </message>
    <message>
        <source>{part} h ÷ {whole} h of all services = {share}</source>
        <translation>{part} h ÷ {whole} h aller Services = {share}</translation>
    </message>
    <message>
        <source>By plain hours, without any weight, it would be {share}.</source>
        <translation>Nach einfachen Stunden, ganz ohne Gewicht, wären es {share}.</translation>
    </message>
    <message>
        <source>{share} of the harm is in the lower half of IT’s list</source>
        <translation>{share} des Schadens in der unteren Hälfte der Liste der IT</translation>
    </message>
    <message>
        <source>IT’s list names {listed} of the services that are used here. The lower half are those after place {half}, and those it does not name.</source>
        <translation>Die IT-Liste nennt {listed} der Services, die hier benutzt werden. Die untere Hälfte sind die nach Platz {half} und die, die sie nicht nennt.</translation>
    </message>
    <message>
        <source>{step}: {hours} h a year</source>
        <translation>{step}: {hours} h im Jahr</translation>
    </message>
    <message>
        <source>The hours of all the services that this step needs together.</source>
        <translation>Die Stunden aller Services, die dieser Schritt zusammen braucht.</translation>
    </message>
    <message>
        <source>Other steps need {services} too; what several steps need counts in each of them.</source>
        <translation>Andere Schritte brauchen {services} ebenfalls; was mehrere Schritte brauchen, zählt in jedem davon.</translation>
    </message>
    <message>
        <source>Nothing has been noted of {services}: no evidence, which is not no pain.</source>
        <translation>Zu {services} wurde nichts notiert: keine Belege, was nicht heißt: kein Schmerz.</translation>
    </message>
    <message>
        <source>place {place} on IT’s list</source>
        <translation>Platz {place} auf der IT-Liste</translation>
    </message>
    <message>
        <source>not on IT’s list, so place {place}</source>
        <translation>nicht auf der IT-Liste, also Platz {place}</translation>
    </message>
    <message>
        <source>{place} · {hours} h weighted</source>
        <translation>{place} · {hours} h gewichtet</translation>
    </message>
    <message>
        <source>mean distance of places</source>
        <translation>mittlerer Abstand der Plätze</translation>
    </message>
    <message>
        <source>Kendall’s τ-b</source>
        <translation>Kendalls τ-b</translation>
    </message>
    <message>
        <source>Spearman’s ρ</source>
        <translation>Spearmans ρ</translation>
    </message>
    <message>
        <source>rank-biased overlap (p = 0.9)</source>
        <translation>Rank-biased Overlap (p = 0,9)</translation>
    </message>
    <message>
        <source>rank-biased overlap (p = 0.7)</source>
        <translation>Rank-biased Overlap (p = 0,7)</translation>
    </message>
    <message>
        <source>{number} of the first three in common</source>
        <translation>{number} der ersten drei gemeinsam</translation>
    </message>
    <message>
        <source>How the two lists agree: {figures}.</source>
        <translation>Wie gut beide Listen übereinstimmen: {figures}.</translation>
    </message>
</context>
<context>
    <name>Swings</name>
    <message>
        <source>WEIGHT</source>
        <translation>GEWICHT</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>JETZT</translation>
    </message>
    <message>
        <source>HALF AS MUCH</source>
        <translation>HALB</translation>
    </message>
    <message>
        <source>HALF AS MUCH AGAIN</source>
        <translation>ANDERTHALBFACH</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie es ist</translation>
    </message>
</context>
<context>
    <name>SwingsDialog</name>
    <message>
        <source>Money follows the share of lost time that nobody makes up for; the order never does.</source>
        <translation>Das Geld folgt dem Anteil verlorener Zeit, den niemand aufholt; die Reihenfolge nie.</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Take back the last thing done</source>
        <translation>Das zuletzt Getane zurücknehmen</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Taken back: {what}.</source>
        <translation>Zurückgenommen: {what}.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>Wiederholt: {what}.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline of the visit</source>
        <translation>Zeitstrahl des Besuchs</translation>
    </message>
</context>
<context>
    <name>TimersStrip</name>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Working around</source>
        <translation>Behelf</translation>
    </message>
    <message>
        <source>Activity…</source>
        <translation>Tätigkeit …</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Debriefs waiting</source>
        <translation>Wartende Nachbereitungen</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>fällig {when}</translation>
    </message>
    <message>
        <source>Questions about your notes</source>
        <translation>Fragen zu Ihren Notizen</translation>
    </message>
    <message>
        <source>Written twice</source>
        <translation>Doppelt geschrieben</translation>
    </message>
    <message>
        <source>two people wrote without knowing of each other; say which holds</source>
        <translation>zwei Personen schrieben, ohne voneinander zu wissen; sagen Sie, was gilt</translation>
    </message>
    <message>
        <source>handed in by their authors</source>
        <translation>abgegeben von denen, die sie schrieben</translation>
    </message>
    <message>
        <source>decided for now; to be looked at again since {day}</source>
        <translation>vorläufig entschieden; seit {day} wieder anzusehen</translation>
    </message>
    <message>
        <source>edition {number} lost its content: release a new one</source>
        <translation>Ausgabe {number} verlor ihren Inhalt: Geben Sie eine neue frei</translation>
    </message>
    <message>
        <source>look at what would go; nothing goes by itself</source>
        <translation>sehen Sie an, was ginge; nichts geht von selbst</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>Am Schreibtisch</translation>
    </message>
    <message>
        <source>Visits to prepare</source>
        <translation>Vorzubereitende Besuche</translation>
    </message>
    <message>
        <source>What we promised</source>
        <translation>Was wir zugesagt haben</translation>
    </message>
    <message>
        <source>nobody’s name on it</source>
        <translation>niemand steht dafür ein</translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation>überfällig seit {day}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>fällig am {day}</translation>
    </message>
    <message>
        <source>no team</source>
        <translation>kein Team</translation>
    </message>
    <message>
        <source>Never been out yet</source>
        <translation>Noch nie vor Ort</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>heute, {time}</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>morgen, {time}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Continue the visit</source>
        <translation>Den Besuch fortsetzen</translation>
    </message>
    <message>
        <source>Plan a visit…</source>
        <translation>Besuch planen …</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) so far</source>
        <translation>
            <numerusform>bisher %n Notiz</numerusform>
            <numerusform>bisher %n Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered. The note is ready again.</source>
        <translation>Beantwortet. Die Notiz ist wieder fertig.</translation>
    </message>
    <message>
        <source>About your note at {site}: {text}</source>
        <translation>Zu Ihrer Notiz in {site}: {text}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Spend a day where your customers work.</source>
        <translation>Verbringen Sie einen Tag, wo Ihre Kunden arbeiten.</translation>
    </message>
    <message>
        <source>Write down what you see, come back with a report, promise something and keep it. Three steps and you are on your way.</source>
        <translation>Schreiben Sie auf, was Sie sehen, kommen Sie mit einem Bericht zurück, sagen Sie etwas zu, und halten Sie es. Drei Schritte, und Sie sind unterwegs.</translation>
    </message>
    <message>
        <source>1   Say who you are</source>
        <translation>1   Sagen Sie, wer Sie sind</translation>
    </message>
    <message>
        <source>2   Bring your services and sites</source>
        <translation>2   Bringen Sie Services und Standorte ein</translation>
    </message>
    <message>
        <source>3   Plan the first visit</source>
        <translation>3   Planen Sie den ersten Besuch</translation>
    </message>
    <message>
        <source>YOU ARE OUT</source>
        <translation>SIE SIND VOR ORT</translation>
    </message>
    <message>
        <source>Nothing is waiting for you. Plan the next visit, or look at what the last ones showed under Priorities.</source>
        <translation>Nichts wartet auf Sie. Planen Sie den nächsten Besuch, oder sehen Sie unter Prioritäten, was die letzten zeigten.</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Something went wrong inside the program ({name}). What you saved is safe. If it happens again, Ctrl+K and “Save a report” write down what is needed to find it.</source>
        <translation>Im Programm ist etwas schiefgegangen ({name}). Was Sie gespeichert haben, ist sicher. Wenn es wieder geschieht, schreiben Strg+K und „Bericht ohne Inhalte“ auf, was man braucht, um es zu finden.</translation>
    </message>
    <message>
        <source>This line is not saved yet. Close and lose it?</source>
        <translation>Diese Zeile ist noch nicht gespeichert. Schließen und sie verlieren?</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Passphrase of that file</source>
        <translation>Passphrase dieser Datei</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>The file of the team’s recovery key</source>
        <translation>Die Datei mit dem Wiederherstellungsschlüssel des Teams</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Open your store</source>
        <translation>Ihren Datenspeicher öffnen</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>Passphrase oder Wiederherstellungscode</translation>
    </message>
    <message>
        <source>I have the &amp;recovery code instead</source>
        <translation>Ich habe stattdessen den &amp;Wiederherstellungscode</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>File of the team’s recovery key</source>
        <translation>Datei mit dem Wiederherstellungsschlüssel des Teams</translation>
    </message>
    <message>
        <source>The file that your lead brings</source>
        <translation>Die Datei, die Ihre Leitung mitbringt</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Wä&amp;hlen …</translation>
    </message>
    <message>
        <source>My &amp;lead is here with the team’s recovery key</source>
        <translation>Meine &amp;Leitung ist mit dem Wiederherstellungsschlüssel des Teams hier</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Debrief</source>
        <translation>Nachbereiten</translation>
    </message>
    <message>
        <source>Find a visit by site, role, person or number</source>
        <translation>Besuch nach Standort, Rolle, Person oder Nummer suchen</translation>
    </message>
    <message>
        <source>Plan a visit…</source>
        <translation>Besuch planen …</translation>
    </message>
    <message>
        <source>Back to all visits</source>
        <translation>Zurück zu allen Besuchen</translation>
    </message>
    <message>
        <source>Prepare this visit</source>
        <translation>Diesen Besuch vorbereiten</translation>
    </message>
    <message>
        <source>Live: write what you see</source>
        <translation>Live: schreiben, was Sie sehen</translation>
    </message>
    <message>
        <source>Debrief this visit</source>
        <translation>Diesen Besuch nachbereiten</translation>
    </message>
    <message>
        <source>Next part of the visit</source>
        <translation>Nächster Teil des Besuchs</translation>
    </message>
    <message>
        <source>Previous part of the visit</source>
        <translation>Voriger Teil des Besuchs</translation>
    </message>
    <message>
        <source>No visit has all of these words.</source>
        <translation>Kein Besuch enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>to prepare</source>
        <translation>vorzubereiten</translation>
    </message>
    <message>
        <source>live now</source>
        <translation>läuft gerade</translation>
    </message>
    <message>
        <source>to debrief</source>
        <translation>nachzubereiten</translation>
    </message>
    <message>
        <source>debriefed</source>
        <translation>nachbereitet</translation>
    </message>
    <message>
        <source>Every day spent with the business, latest first.</source>
        <translation>Jeder Tag mit dem Fachbereich, der neueste zuerst.</translation>
    </message>
    <message>
        <source>Find a visit</source>
        <translation>Einen Besuch suchen</translation>
    </message>
    <message>
        <source>No visit yet. Plan the first one: choose a site and a role, and go.</source>
        <translation>Noch kein Besuch. Planen Sie den ersten: Wählen Sie einen Standort und eine Rolle, und gehen Sie hin.</translation>
    </message>
    <message>
        <source>All visits</source>
        <translation>Alle Besuche</translation>
    </message>
    <message>
        <source>Parts of the visit</source>
        <translation>Teile des Besuchs</translation>
    </message>
</context>
<context>
    <name>VoiceBox</name>
    <message>
        <source>Take off</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take this recording off the note</source>
        <translation>Diese Aufnahme von der Notiz nehmen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Add a recording to this note</source>
        <translation>Dieser Notiz eine Aufnahme hinzufügen</translation>
    </message>
    <message>
        <source>Stop the recording and keep it</source>
        <translation>Die Aufnahme stoppen und behalten</translation>
    </message>
    <message>
        <source>Stop {length}</source>
        <translation>Stopp {length}</translation>
    </message>
    <message>
        <source>Play {length}</source>
        <translation>Abspielen {length}</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Wiedergabe anhalten</translation>
    </message>
    <message>
        <source>Play recording {n} of {all}, {length}</source>
        <translation>Aufnahme {n} von {all} abspielen, {length}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} von {all}</translation>
    </message>
    <message>
        <source>Next recording, this is {n} of {all}</source>
        <translation>Nächste Aufnahme, dies ist {n} von {all}</translation>
    </message>
</context>
<context>
    <name>VoiceStrip</name>
    <message>
        <source>Stop and keep</source>
        <translation>Stoppen und behalten</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stop the recording and keep it</source>
        <translation>Die Aufnahme stoppen und behalten</translation>
    </message>
    <message>
        <source>Stop the recording and forget it</source>
        <translation>Die Aufnahme stoppen und verwerfen</translation>
    </message>
    <message>
        <source>Recording a voice note</source>
        <translation>Sprachnotiz wird aufgenommen</translation>
    </message>
    <message>
        <source>Recording {length} of {most}</source>
        <translation>Aufnahme {length} von {most}</translation>
    </message>
</context>
<context>
    <name>VoiceWork</name>
    <message>
        <source>Voice note, {length}</source>
        <translation>Sprachnotiz, {length}</translation>
    </message>
    <message>
        <source>Kept: {words}.</source>
        <translation>Gespeichert: {words}.</translation>
    </message>
    <message>
        <source>The recording was dropped; nothing of it is kept.</source>
        <translation>Die Aufnahme wurde verworfen; nichts davon bleibt.</translation>
    </message>
    <message>
        <source>Recording taken off. Ctrl+Z brings it back.</source>
        <translation>Aufnahme weggenommen. Strg+Z holt sie zurück.</translation>
    </message>
</context>
<context>
    <name>WaitingStep</name>
    <message>
        <source>The note in hand</source>
        <translation>Die Notiz in der Hand</translation>
    </message>
    <message>
        <source>No note waits for you. What was written is understood, and every lost minute names its service.</source>
        <translation>Keine Notiz wartet auf Sie. Was geschrieben wurde, ist verstanden, und jede verlorene Minute nennt ihren Service.</translation>
    </message>
    <message>
        <source>Go on to the grades</source>
        <translation>Weiter zur Bewertung</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) to look at</source>
        <translation>
            <numerusform>%n Notiz anzusehen</numerusform>
            <numerusform>%n Notizen anzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>every note is clear</source>
        <translation>jede Notiz ist klar</translation>
    </message>
    <message>
        <source>Kept and not counted. Tell the site’s safety channel. Ctrl+Z brings it back.</source>
        <translation>Aufgehoben und nicht gezählt. Sagen Sie es dem Arbeitsschutz des Standorts. Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>No single service is called “{name}”; choose one of the list.</source>
        <translation>Kein einzelner Service heißt „{name}“; wählen Sie einen aus der Liste.</translation>
    </message>
    <message>
        <source>Take everything that was read from the words</source>
        <translation>Alles übernehmen, was aus den Worten gelesen wurde</translation>
    </message>
    <message>
        <source>Decline what was read from the words</source>
        <translation>Ablehnen, was aus den Worten gelesen wurde</translation>
    </message>
    <message>
        <source>Name another service</source>
        <translation>Einen anderen Service nennen</translation>
    </message>
    <message>
        <source>Belongs to site safety, not counted</source>
        <translation>Gehört zum Arbeitsschutz, zählt nicht</translation>
    </message>
    <message>
        <source>Later: the next note that waits</source>
        <translation>Später: die nächste wartende Notiz</translation>
    </message>
    <message>
        <source>The note before that waits</source>
        <translation>Die wartende Notiz davor</translation>
    </message>
    <message>
        <source>Name suggested service {n}</source>
        <translation>Vorgeschlagenen Service {n} nennen</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} von {all}</translation>
    </message>
    <message>
        <source>typed: {line}</source>
        <translation>getippt: {line}</translation>
    </message>
    <message>
        <source>Take the chosen · Enter</source>
        <translation>Gewähltes übernehmen · Enter</translation>
    </message>
    <message>
        <source>Later · Enter</source>
        <translation>Später · Enter</translation>
    </message>
    <message>
        <source>“{word}” may mean {names}</source>
        <translation>„{word}“ kann {names} bedeuten</translation>
    </message>
    <message>
        <source>Nothing in the catalogue is called “{word}”</source>
        <translation>Nichts im Katalog heißt „{word}“</translation>
    </message>
    <message>
        <source>It names no service yet</source>
        <translation>Sie nennt noch keinen Service</translation>
    </message>
    <message>
        <source>Four of five such notes were about {service}. A takes it.</source>
        <translation>Bei vier von fünf solchen Notizen ging es um {service}. A übernimmt es.</translation>
    </message>
</context>
<context>
    <name>Weighing</name>
    <message>
        <source>The new weights are in force; the old ones stay on record.</source>
        <translation>Die neuen Gewichte gelten; die alten bleiben verzeichnet.</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>What is worse must not count less: move the marked weights apart.</source>
        <translation>Schlimmeres darf nicht weniger zählen: Schieben Sie die markierten Gewichte auseinander.</translation>
    </message>
    <message>
        <source>Would move: {services}.</source>
        <translation>Würde sich bewegen: {services}.</translation>
    </message>
    <message>
        <source>The order stays as it is.</source>
        <translation>Die Reihenfolge bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Trying what half of each weight would change …</source>
        <translation>Wird ausprobiert, was die Hälfte jedes Gewichts ändern würde …</translation>
    </message>
    <message>
        <source>No way around it</source>
        <translation>Kein Behelf</translation>
    </message>
    <message>
        <source>A clumsy way around it</source>
        <translation>Ein umständlicher Behelf</translation>
    </message>
    <message>
        <source>A good way around it</source>
        <translation>Ein guter Behelf</translation>
    </message>
    <message>
        <source>Lost time that nobody makes up for later, in percent</source>
        <translation>Verlorene Zeit, die später niemand aufholt, in Prozent</translation>
    </message>
    <message>
        <source>Hours that steady a short visit</source>
        <translation>Stunden, die einen kurzen Besuch stützen</translation>
    </message>
    <message>
        <source>What a day of IT’s work costs</source>
        <translation>Was ein Arbeitstag der IT kostet</translation>
    </message>
    <message>
        <source>Years in which it has to pay back</source>
        <translation>Jahre, in denen es sich auszahlen muss</translation>
    </message>
    <message>
        <source>HOW BAD IT IS FOR THE BUSINESS</source>
        <translation>WIE SCHLIMM ES FÜRS GESCHÄFT IST</translation>
    </message>
    <message>
        <source>HOW SOON IT DOES HARM</source>
        <translation>WIE BALD ES SCHADET</translation>
    </message>
    <message>
        <source>WHETHER THERE IS A WAY AROUND</source>
        <translation>OB ES EINEN BEHELF GIBT</translation>
    </message>
    <message>
        <source>WHAT TIME AND WORK COST</source>
        <translation>WAS ZEIT UND ARBEIT KOSTEN</translation>
    </message>
    <message>
        <source>HOW FAR A SHORT VISIT COUNTS</source>
        <translation>WIE VIEL EIN KURZER BESUCH ZÄHLT</translation>
    </message>
    <message>
        <source>The built-in weights</source>
        <translation>Die eingebauten Gewichte</translation>
    </message>
    <message>
        <source>Kept on {when}</source>
        <translation>Gespeichert am {when}</translation>
    </message>
    <message>
        <source>WEIGHTS</source>
        <translation>GEWICHTE</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What counts how much</source>
        <translation>Was wie viel zählt</translation>
    </message>
    <message>
        <source>The order at the left changes as you move. Nothing is kept until you say so; every kept version stays on record and is printed in the reports.</source>
        <translation>Die Reihenfolge links ändert sich, während Sie schieben. Nichts wird gespeichert, bevor Sie es sagen; jede gespeicherte Fassung bleibt verzeichnet und steht in den Berichten.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Kept versions</source>
        <translation>Gespeicherte Fassungen</translation>
    </message>
    <message>
        <source>Weight by weight…</source>
        <translation>Gewicht für Gewicht …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Keep these weights</source>
        <translation>Diese Gewichte speichern</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Ctrl+Enter: {done}</source>
        <translation>Strg+Enter: {done}</translation>
    </message>
    <message>
        <source>Nothing is written yet; say it in a few words.</source>
        <translation>Noch steht hier nichts; sagen Sie es in wenigen Worten.</translation>
    </message>
    <message>
        <source>That is {length} characters and {most} fit; say it in fewer words.</source>
        <translation>Das sind {length} Zeichen, und {most} haben Platz; sagen Sie es kürzer.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>WorkingOut</name>
    <message>
        <source>Together: {hours:|hour|hours} a year, weighted {weighted}; the order goes by the latter.</source>
        <translation>Zusammen: {hours:|Stunde|Stunden} im Jahr, gewichtet {weighted}; die Reihenfolge richtet sich nach den gewichteten.</translation>
    </message>
    <message>
        <source>ITIL: impact {impact}, urgency {urgency}, priority {priority}.</source>
        <translation>ITIL: Auswirkung {impact}, Dringlichkeit {urgency}, Priorität {priority}.</translation>
    </message>
    <message>
        <source>{where}: {minutes} min × {rate} a day × {people} stopped × {days:|day|days} ÷ 60 = {hours} h ({on})</source>
        <translation>{where}: {minutes} min × {rate} am Tag × {people} aufgehalten × {days:|Tag|Tage} ÷ 60 = {hours} h ({on})</translation>
    </message>
    <message>
        <source>{where}: {minutes} min × {rate} a day × {people:|person|people} × {days:|day|days} ÷ 60 = {hours} h ({on})</source>
        <translation>{where}: {minutes} min × {rate} am Tag × {people:|Person|Personen} × {days:|Tag|Tage} ÷ 60 = {hours} h ({on})</translation>
    </message>
    <message>
        <source>seen {times:|time|times} in {hours:|hour|hours}</source>
        <translation>{times}-mal in {hours:|Stunde|Stunden} gesehen</translation>
    </message>
    <message>
        <source>as people stated it</source>
        <translation>wie genannt</translation>
    </message>
    <message>
        <source>only told</source>
        <translation>nur erzählt</translation>
    </message>
    <message>
        <source>Carried over to {sites} where nobody has been, {role}: {rate} a day × {people:|person|people} = {hours} h</source>
        <translation>Übertragen auf {sites}, wo niemand war, {role}: {rate} am Tag × {people:|Person|Personen} = {hours} h</translation>
    </message>
    <message>
        <source>No note says how many minutes: counted as 0 hours.</source>
        <translation>Keine Notiz sagt, wie viele Minuten: als 0 Stunden gezählt.</translation>
    </message>
    <message>
        <source>Nobody entered how many hold the role: counted as one person.</source>
        <translation>Niemand hat eingetragen, wie viele die Rolle haben: als eine Person gezählt.</translation>
    </message>
    <message>
        <source>A visit has no hours yet: counted as seen in one working day.</source>
        <translation>Ein Besuch hat noch keine Stunden: als in einem Arbeitstag gesehen gezählt.</translation>
    </message>
    <message>
        <source>A shared event does not say whom it stopped: one person.</source>
        <translation>Ein gemeinsamer Vorfall sagt nicht, wen er aufhielt: eine Person.</translation>
    </message>
    <message>
        <source>No price of an hour is known: the hours cost nothing here.</source>
        <translation>Kein Preis einer Stunde ist bekannt: Die Stunden kosten hier nichts.</translation>
    </message>
    <message>
        <source>Weight: the damage is priced, {loss} a year; weighted {weighted} h.</source>
        <translation>Gewicht: Der Schaden hat einen Preis, {loss} im Jahr; gewichtet {weighted} h.</translation>
    </message>
    <message>
        <source>Weight: nobody has graded the damage, so it adds nothing; weighted {weighted} h.</source>
        <translation>Gewicht: Niemand hat den Schaden bewertet, er fügt also nichts hinzu; gewichtet {weighted} h.</translation>
    </message>
    <message>
        <source>Weight: {damage} ({d}) × {time} ({t}) × {workaround} ({w}) = u {uplift}; {hours} h × (1 + {uplift}) = {weighted} h.</source>
        <translation>Gewicht: {damage} ({d}) × {time} ({t}) × {workaround} ({w}) = u {uplift}; {hours} h × (1 + {uplift}) = {weighted} h.</translation>
    </message>
    <message>
        <source>Money, {where}: {hours} h × {rate} {currency} × {share} = {money}</source>
        <translation>Geld, {where}: {hours} h × {rate} {currency} × {share} = {money}</translation>
    </message>
    <message>
        <source>Money of what is carried over, at the prices there: {money}</source>
        <translation>Geld für das Übertragene, zu den Preisen dort: {money}</translation>
    </message>
    <message>
        <source>Money of priced damage: {events:|event|events} a year, {loss} in all</source>
        <translation>Geld für Schaden mit Preis: {events:|Vorfall|Vorfälle} im Jahr, {loss} insgesamt</translation>
    </message>
    <message>
        <source>Money together: {money}</source>
        <translation>Geld zusammen: {money}</translation>
    </message>
    <message>
        <source>Damages the business: the damage is {damage}, grade 3 or 4.</source>
        <translation>Schadet dem Geschäft: Der Schaden ist {damage}, Stufe 3 oder 4.</translation>
    </message>
    <message>
        <source>Cannot wait: the damage is {damage} and shows within {time}.</source>
        <translation>Kann nicht warten: Der Schaden ist {damage} und zeigt sich: {time}.</translation>
    </message>
    <message>
        <source>Can wait: the damage is {damage} at most, and it can wait or there is a good way around it.</source>
        <translation>Kann warten: Der Schaden ist höchstens {damage}, und er kann warten, oder es gibt einen guten Behelf.</translation>
    </message>
    <message>
        <source>To be planned: nothing of it presses and nothing says that it can wait.</source>
        <translation>Einzuplanen: Nichts daran drängt, und nichts sagt, dass es warten kann.</translation>
    </message>
    <message>
        <source>a removed entry</source>
        <translation>ein entfernter Eintrag</translation>
    </message>
</context>
<context>
    <name>_NameLine</name>
    <message>
        <source>What are they doing?  Enter starts</source>
        <translation>Was wird getan?  Enter beginnt</translation>
    </message>
    <message>
        <source>Name of the activity</source>
        <translation>Name der Tätigkeit</translation>
    </message>
</context>
<context>
    <name>_Running</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop {what}</source>
        <translation>{what} beenden</translation>
    </message>
</context>
<context>
    <name>_WaitFacts</name>
    <message>
        <source>Still needed?</source>
        <translation>Noch gebraucht?</translation>
    </message>
</context>
</TS>
