"""Short agreements, invented for these tests."""

from __future__ import annotations

PORTS = [
    "In this understanding, a vessel is any ship owned by one of the partners and used for coast guard duty.",
    "The partners hold a dialogue on maritime safety every year, alternating between their capitals.",
    "Each partner opens two harbours to visiting vessels and tells the other their names before the first of March.",
    "A visiting vessel takes fuel and water at the price that local fishing boats are charged.",
    "Crews may go ashore for up to five days without a visa if they carry a seaman's book.",
    "Costs of a joint exercise are borne where they arise, unless the partners agree otherwise in writing.",
    "Photographs of harbour installations need the permission of the harbour master.",
    "Disputes are settled by talks between the coast guard commanders and are never taken to a court.",
    "Either partner may end this understanding by a letter that takes effect six months after its receipt.",
]
DUTCH = [
    "De partijen overleggen elk jaar over de veiligheid van de visserij op de Noordzee.",
    "Elke partij wijst een havenmeester aan die de meldingen van vissersboten ontvangt en doorgeeft.",
    "Een schip dat averij heeft opgelopen, mag zonder voorafgaande toestemming de dichtstbijzijnde haven binnenlopen.",
    "De kosten van het bergen van een schip worden door de eigenaar gedragen.",
]
SPANISH = [
    "Las partes celebran cada año un diálogo sobre la seguridad de los puertos pesqueros.",
    "Cada parte designa una autoridad portuaria que recibe los avisos de los barcos y los transmite sin demora.",
    "Un barco averiado puede entrar en el puerto más cercano sin autorización previa.",
    "El propietario sufraga los gastos del rescate de su barco.",
]
FRENCH = [
    "Les parties tiennent chaque année un dialogue sur la sécurité des ports de pêche.",
    "Chaque partie désigne une capitainerie qui reçoit les avis des bateaux et les transmet sans délai.",
    "Un bateau en avarie peut entrer dans le port le plus proche sans autorisation préalable.",
    "Le propriétaire supporte les frais du sauvetage de son bateau.",
]
JAPANESE = [
    "両当事者は、漁港の安全に関する対話を毎年開催する。",
    "各当事者は、漁船からの通報を受理し、遅滞なく伝達する港湾当局を指定する。",
    "損傷を受けた船舶は、事前の許可を得ることなく、最寄りの港に入ることができる。",
    "船舶の救助に要する費用は、その所有者が負担する。",
]
