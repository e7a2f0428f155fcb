"""Words that hold sentences together and name nothing: articles, prepositions, pronouns, auxiliaries.

They are in every text, so that two texts which share nothing else say nothing alike. Six languages in one list: that
"die" is an article in one of them and a verb in another costs less than to ask which language a heading is in.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
    a an the of on in to for and or by with from at as is are be been it its this that these those such any all each
    every no not which who whom whose their there his her our your we you they them under upon into than then if when
    where other may shall will must should can has have had do does
    le la les l un une des du de d et ou où a à au aux en dans par pour sur sous avec sans ce cet cette ces son sa ses
    leur leurs est sont qui que dont ne pas se s il elle ils elles
    el los las lo un una unos unas del y o e u al con sin por para su sus se que es son esta este estos estas
    der die das den dem des ein eine einer eines einem einen und oder im in am an auf aus bei mit nach von vom zu zum
    zur für über unter ist sind wird werden nicht sich dieser diese dieses
    het een van voor met op te door tot bij is zijn wordt worden niet zich deze dit dat die
"""
FUNCTION_WORDS: Final = frozenset(_WORDS.split())
