#!/usr/bin/env python3
"""make_set.py FOLDER [options]

Writes a large set of articles, made from the five of seeds/ with other names, places, numbers and days, the same ones every
time: what the reader is timed on. Articles of one story share their names; each gives some numbers of its own.
With --single MB it writes one article of that size instead. Pure standard library."""
import argparse, pathlib, random, re

SURNAMES = '''Aldana Berisha Castell Dragan Eberle Farkas Grinko Halloran Ivashko Jarvela Kestrel Lindqvist Marchenko Novotny
Okafor Petrosyan Quispe Rostova Sandoval Tarkovic Ulvaeus Varga Wendell Yanukov Zelinger Abramian Bogdanov Cerny Dimitrov
Ekstrom Fontaine Gorsky Hruby Ibragim Jankovic Kovalenko Lazarev Morales Nikolaidis Orlov Pavlenko Radev Sokolov Tsipras
Urbanek Vukovic Wolski Xenakis Yildiz Zoric'''.split()
GIVEN = '''Anton Bruno Clara Diana Emil Fiona Goran Helena Igor Jana Karel Lena Marko Nadia Oleg Petra Roman Sonia Tomas
Vera Wanda Yuri Zora Adam Boris Carla Denis Elena Filip Greta'''.split()
PLACES = '''Aldovia Bretsk Castova Dravia Elstow Faring Gorlitz Hastov Istria Jelgava Karsk Lorne Morava Narvik Ostrava
Prelog Rovno Sarnia Tolmin Uzhen Velden Wolin Yarva Zemlin Arden Borsk Calder Dorna'''.split()
# What stands in the seeds, longest first so that a full name goes before its parts.
PEOPLE = ['Lukashenko', 'Zelensky', 'Zelenskyy', 'Putin', 'Peskov', 'Trump', 'Medinsky', 'Biden', 'Lavrov', 'Macron']
FIRST = ['Aleksandr', 'Alexander', 'Vladimir', 'Volodymyr', 'Dmitry', 'Donald', 'Sergey']
TOWNS = ['Valaam', 'Istanbul', 'Minsk', 'Moscow', 'Kyiv', 'Belarus', 'Ukraine', 'Russia', 'Donetsk', 'Kharkiv', 'Crimea',
         'Zaporizhzhia', 'Donbas']
MONTHS = 'January February March April May June July August September October November December'.split()


def renamed(text, story):
    """The text with the people and places of a story."""
    names = dict(zip(PEOPLE, story.sample(SURNAMES, len(PEOPLE))))
    names['Zelenskyy'] = names['Zelensky']
    names.update(zip(FIRST, story.sample(GIVEN, len(FIRST))))
    names.update(zip(TOWNS, story.sample(PLACES, len(TOWNS))))
    pattern = re.compile(r'\b(' + '|'.join(sorted(names, key=len, reverse=True)) + r')')
    return pattern.sub(lambda match: names[match.group(1)], text)


def renumbered(text, story, own):
    """Numbers of the story; one in five is this article's own. Years stay years."""
    def change(match):
        number, source = int(match.group()), own if own.random() < 0.2 else story
        if 1900 <= number <= 2030: return str(number - story.randrange(4))
        return str(max(2, number + source.randrange(-number // 2, number // 2 + 3)))
    text = re.sub(r'\b\d{1,6}\b', change, text)
    return re.sub(r'\b(' + '|'.join(MONTHS) + r')\b', lambda _: story.choice(MONTHS), text)


def article(number, seeds, seed):
    """Article `number`: five of one story, a text each."""
    story, own = random.Random(f'{seed} story {number // 5}'), random.Random(f'{seed} article {number}')
    lines = renumbered(renamed(seeds[number % len(seeds)], story), story, own).split('\n')
    # Some tell less than others.
    return '\n'.join(line for line in lines[:3]) + '\n' + '\n'.join(line for line in lines[3:] if own.random() > 0.1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--articles', type=int, default=2000)
    parser.add_argument('--single', type=float, metavar='MB', help='one article of this size')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--seeds', type=pathlib.Path, default=pathlib.Path(__file__).parent.parent / 'seeds')
    options = parser.parse_args()
    seeds = [path.read_text() for path in sorted(options.seeds.glob('*.txt'))]
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.single:
        parts, size = [], 0
        while size < options.single * 1e6:
            parts.append(article(len(parts), seeds, options.seed))
            size += len(parts[-1].encode())
        (options.folder / 'long.txt').write_text('\n'.join(parts))
        return
    for number in range(options.articles):
        (options.folder / f'{number:05}.txt').write_text(article(number, seeds, options.seed))


main()
