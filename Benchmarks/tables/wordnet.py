#!/usr/bin/env python3
"""wordnet.py WORDNET OUT

Extracts from WordNet 3.0 (the folder with data.noun, index.noun …) the two compact tables that Accounts ships:
OUT/opposites.txt, antonyms with the adjectives that cluster round them, and OUT/kinds.txt, words that exclude each other
because they name different kinds of one thing (a piano is no flute), each with the kind above it.
"""
import os
import sys

# Kinds whose members exclude each other, by a word that names the kind in its first fitting sense.
KINDS = {
    "musical_instrument": "instrument", "room": "room", "vegetable": "produce", "edible_fruit": "produce",
    "beverage": "drink", "sport": "sport", "asian_country": "country", "african_country": "country",
    "european_country": "country", "north_american_country": "country", "south_american_country": "country",
    "planet": "planet", "european": "nationality", "asian": "nationality", "african": "nationality",
    "latin_american": "nationality", "american": "nationality", "north_american": "nationality",
}
# Written by hand, where WordNet's tree does not follow how news and captions speak.
FLAT = {
    "colour": "red blue green yellow black white brown grey gray silver golden orange pink purple violet beige turquoise "
              "tan crimson maroon teal lavender cyan magenta blonde",
    "material": "glass plastic wood wooden stone brick metal cement concrete sand bronze copper iron steel paper leather "
                "rubber clay marble cardboard aluminum aluminium tin granite straw bamboo ceramic",
    "animal": "dog cat horse cow sheep goat pig chicken duck goose elephant lion tiger bear wolf fox rabbit deer monkey "
              "bird fish snake donkey camel zebra giraffe kangaroo whale dolphin shark turtle frog squirrel eagle owl",
    "vehicle": "car bus train bicycle motorcycle truck boat ship airplane plane helicopter tram taxi van scooter tractor "
               "subway skateboard sled",
    "season": "spring summer autumn fall winter",
    "meal": "breakfast lunch dinner brunch",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    "month": "january february march april june july august september october november december",
    "family": "mother father sister brother son daughter aunt uncle grandmother grandfather wife husband niece nephew",
    "person": "man woman boy girl",
    "posture": "stand sit lie kneel sleep run walk swim jump dance fly crawl",
    "room": "kitchen bathroom bedroom garage classroom courtroom hallway basement attic",
    "nationality": "chinese japanese indian thai vietnamese korean indonesian malaysian french german italian spanish "
                   "english british russian mexican brazilian canadian american greek turkish egyptian polish dutch "
                   "swedish norwegian danish finnish irish scottish welsh portuguese pakistani iranian iraqi israeli "
                   "australian ukrainian nigerian kenyan swiss austrian belgian hungarian czech romanian",
    "country": "germany france italy spain england russia mexico canada japan china india vietnam thailand indonesia "
               "malaysia singapore pakistan iran iraq israel australia ukraine",
}
OPPOSITES = """near|far close|far_away outside|inside start|finish start|end moon|sun young|old young|elderly young|senior
little|big small|giant big|tiny indoors|outdoors before|after above|below front|back top|bottom day|night empty|full
alone|together win|lose best|worst most|least more|fewer more|less always|never everyone|nobody everybody|nobody first|last
north|south east|west left|right up|down awake|asleep sleep|wake alive|dead male|female adult|child buy|sell give|take
arrive|depart love|hate remember|forget laugh|cry smile|frown open|close hot|cold wet|dry clean|dirty tall|short long|short
fast|slow happy|sad rich|poor married|single employed|unemployed domestic|foreign public|private urban|rural import|export
increase|decrease rise|fall gain|lose accept|reject approve|reject include|exclude allow|forbid permit|prohibit succeed|fail
attack|defend enter|leave enter|exit friend|enemy victory|defeat majority|minority maximum|minimum married|unmarried
highest|lowest largest|smallest biggest|smallest oldest|youngest earliest|latest strongest|weakest richest|poorest"""


def load(folder, part):
    synsets, index = {}, {}
    with open(os.path.join(folder, "data." + part), encoding="latin-1") as file:
        for line in file:
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [fields[4 + 2 * i].split("(")[0] for i in range(count)]
            at = 4 + 2 * count
            pointers = [tuple(fields[at + 1 + 4 * i: at + 5 + 4 * i]) for i in range(int(fields[at]))]
            synsets[fields[0]] = (words, pointers, fields[2])
    with open(os.path.join(folder, "index." + part), encoding="latin-1") as file:
        for line in file:
            if not line.startswith(" "):
                fields = line.split()
                index[fields[0]] = [field for field in fields if len(field) == 8 and field.isdigit()]
    return synsets, index


def kinds(folder):
    synsets, index = load(folder, "noun")
    children = {}
    for offset, (_, pointers, _) in synsets.items():
        for symbol, target, _, _ in pointers:
            if symbol in ("@", "@i"):
                children.setdefault(target, []).append(offset)
    lines = set()
    for root, kind in KINDS.items():
        def walk(offset, parent, depth):
            for child in children.get(offset, []):
                words = [word.lower() for word in synsets[child][0] if word.count("_") <= 1 and word.replace("_", "").isalpha()]
                for word in words:
                    lines.add((kind, word, parent))
                if depth < 6:
                    walk(child, words[0] if words else parent, depth + 1)
        walk(index[root][0], "-", 0)
    for kind, words in FLAT.items():
        for word in words.split():
            lines.add((kind, word, "-"))
    return sorted(lines)


def opposites(folder):
    groups = set()
    for part in ("adj", "noun", "verb", "adv"):
        synsets, _ = load(folder, part)
        for words, pointers, _ in synsets.values():
            for symbol, target, _, between in pointers:
                if symbol != "!":
                    continue
                left = words[int(between[:2], 16) - 1].lower()
                right = synsets[target][0][int(between[2:], 16) - 1].lower()
                if all(word.isalpha() and len(word) > 2 for word in (left, right)):
                    groups.add(tuple(sorted((left, right))))
    for pair in OPPOSITES.split():
        groups.add(tuple(sorted(pair.split("|"))))
    return sorted(groups)


def main():
    folder, out = sys.argv[1:3]
    with open(os.path.join(out, "kinds.txt"), "w", encoding="utf-8") as file:
        file.write("# Words that exclude each other as kinds of one thing: kind, word, the word of the kind above it or -.\n"
                   "# Extracted from WordNet 3.0 by Benchmarks/tables/wordnet.py; see README.\n")
        file.writelines("\t".join(line) + "\n" for line in kinds(folder))
    with open(os.path.join(out, "opposites.txt"), "w", encoding="utf-8") as file:
        file.write("# Antonyms, one pair a line. Extracted from WordNet 3.0 by Benchmarks/tables/wordnet.py; see README.\n")
        file.writelines("\t".join(pair) + "\n" for pair in opposites(folder))


if __name__ == "__main__":
    main()
