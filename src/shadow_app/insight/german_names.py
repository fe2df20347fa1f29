"""What tells a German text, and a person's name in it: every noun has a capital there, so capitals tell nothing.

A name is found after a title, by a given name that is common in the German-speaking countries (and the word behind it),
or at the start of a sentence before a verb of speaking. Rarer given names and bare surnames are not found, which is the
price for a text that can still be read; the person who releases a note still reads it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from shadow_app.domain.language import current

_WORD = re.compile(r"[^\W\d_]+")

GIVEN = frozenset(
    _WORD.findall(
        """achim adrian alexander alexandra alfred alina aline amelie andrea andreas angela angelika anja anke anna
        anne annegret annette annika anton antje armin arne astrid axel barbara bastian beate bernd bernhard
        bettina bianca birgit björn britta brigitte burkhard carina carla carmen caroline carsten charlotte
        christa christian christiane christina christine christoph claudia claus clemens clara corinna
        cornelia dagmar dana daniel daniela david dennis detlef dieter dietmar dirk dominik doris dorothea
        eberhard eckhard edith egon elena elfriede elias elisabeth elke ella elvira emil emilia emma erich
        erika erwin esther eva evelyn fabian felix ferdinand florian franz franziska frauke friederike
        friedrich frieda gabi gabriele gerald gerda gerhard gert gertrud gisela gottfried greta gudrun guido
        günter günther gustav hanna hannah hannelore hannes hans harald hartmut hedwig heike heiko heiner
        heinrich heinz helene helga helmut hendrik henning henrik herbert hermann hilde hildegard holger
        horst hubert hugo ilka ilona ilse ines inga ingeborg ingo ingrid inka irene iris isabel isabell
        jacqueline jakob janina jannik jasmin jennifer jens joachim johann johanna johannes jonas jörg josef
        judith jürgen julia julian juliane jutta karin karl karla karsten katharina kathrin katja katrin
        kerstin kevin kirsten klara klaus konrad konstantin kristina kurt lara lars laura lea lena leo leon
        leonie lilli lina linda lisa lothar lotte louis louisa luca lucas luis luisa lukas lutz magdalena
        maik malte mandy manfred manuel manuela marc marcel marco marcus mareike maren margarete margit
        margot maria marianne marie marina mario marion markus marlene marlies marta martha martin martina
        mathias matthias maurice maximilian melanie melina michael michaela mia mirja miriam moritz monika
        nadine nadja natalie nicole niklas nico nils nina noah norbert olaf ole oliver oskar otto patricia
        patrick paul paula peggy peter petra philipp pia rainer ralf ralph ramona raphael rebecca regina
        reiner reinhard renate rené richard rita robert robin roland rolf romy ronny rosemarie rudolf ruth
        sabine sabrina samuel sandra sara sarah sascha sebastian selina sibylle siegfried sigrid silke
        silvia simon simone sofia sonja sophia sophie stefan stefanie steffen stephan stephanie susanne sven
        svenja sylvia tamara tanja tatjana theo theresa thomas thorsten tilo tim timo tina tobias tom
        torsten udo ulf uli ulrich ulrike ursula ute uwe vanessa vera verena veronika viktor viktoria volker
        walter waltraud werner wiebke wilfried wilhelm willi wolfgang yannick yvonne ahmed aishe ali ayşe
        ayse aylin bülent elif emine emre fatih fatma hakan hasan hatice hüseyin ibrahim ismail kemal mahmud
        mehmet mohamed mohammed murat mustafa osman ömer özlem selin sevgi yusuf zeynep agnieszka andrzej
        jerzy krzysztof małgorzata piotr zofia dimitri igor irina natalia oksana olga sergej svetlana
        vladimir dragan goran milan zoran"""
    )
)
"""The commonest given names, in small letters; those that are common words (Heide, Rose, Ernst) are left out."""

SAYS = frozenset(
    _WORD.findall(
        """sagt sagte fragt fragte meint meinte erzählt erzählte erklärt erklärte ruft rief schreibt schrieb klagt
        klagte lacht lachte flucht fluchte schimpft schimpfte glaubt glaubte denkt dachte bittet bat zuckt
        zeigt zeigte telefoniert leiht borgt holt"""
    )
)

NOBODY = frozenset(
    _WORD.findall(
        """er sie es wer man jemand niemand jeder jede alle beide keiner keine kunde kundin kunden chef chefin kollege
        kollegin kollegen leute mensch menschen person personal team mannschaft schicht schichtleitung
        leitung meister meisterin fahrer fahrerin verlader disponent disponentin disposition sachbearbeitung
        anrufer anruferin bewerber bewerberin nachbar nachbarin system programm app drucker scanner rechner
        telefon tracking softphone outlook navi der die das ein eine dann jetzt heute gestern danach später"""
    )
)

_GERMAN = frozenset(
    _WORD.findall(
        """der die das den dem des und oder aber nicht ist sind ein eine einen einem einer eines kein keine mit auf für
        im vom zum zur von bei bis nach aus über unter vor wird werden wurde wurden hat haben hatte sich auch
        noch schon nur wenn weil dass wie wer wir ihr ich sie er es zu als jede jeder jedes alle wieder mehr
        dort hier beim seit ohne gegen durch kann muss will geht macht sagt"""
    )
)
_ENGLISH = frozenset(
    _WORD.findall(
        """the of to and or is are were be been my our your its this that with from by at on for no what how why
        when where there if but just get got they he she his their we you it had have does did a
        as who"""
    )
)


def reads_german(words: Sequence[str], letters: Collection[str]) -> bool:
    """Whether a text of these folded words is German; one that tells nothing is in the program's language."""
    german = sum(word in _GERMAN for word in words) + any(letter in letters for letter in "äöüßÄÖÜ")
    english = sum(word in _ENGLISH for word in words)
    if german == english:
        return current().code == "de"
    return german > english


def is_given(folded: str) -> bool:
    """A given name, or one with a genitive's s."""
    return folded in GIVEN or (folded.endswith("s") and folded[:-1] in GIVEN)
