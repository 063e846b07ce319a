/** Invented people, companies and places; a word of each list is drawn at a time. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export type NameRegion = "en" | "de" | "fr" | "es" | "fi" | "tr" | "pl";

export const FIRST_NAMES: Readonly<Record<NameRegion, readonly string[]>> = {
  en: words(`Aaron Abigail Alistair Amber Audrey Barnaby Beth Bridget Callum Cara Cedric Chloe Colin Daisy Declan Dexter
    Edith Elliot Esme Fergus Fiona Gareth Gemma Gillian Harriet Hazel Howard Imogen Isaac Ivy Jasper Jodie Keith Kirsty
    Lachlan Leah Lorna Lydia Malcolm Marcus Maisie Miles Nadia Nigel Olive Oscar Paige Percy Poppy Priya Quentin Rhys
    Rosalind Rupert Sadie Samir Sheila Simon Tabitha Terence Tilda Trevor Una Vernon Violet Wendy Winston Yasmin Zoe`),
  de: words(`Achim Alexandra Anke Annika Axel Beate Bernd Birgit Björn Britta Carsten Christa Dagmar Detlef Dörte Elke
    Elmar Erika Falk Frauke Friedhelm Gabi Gerd Gesine Gisela Günther Hanna Hartmut Heike Heiner Holger Ilse Ingo Jana
    Jörg Jutta Karin Kathrin Klaus Knut Lars Leonie Lothar Lutz Maike Manfred Marlies Matthias Mirko Nele Norbert Olaf
    Petra Rainer Renate Rolf Rüdiger Sabine Silke Sören Steffi Swantje Thorsten Uwe Ulrike Veit Volker Wiebke Wolfram`),
  fr: words(`Adèle Amandine Antoine Armelle Bastien Benoît Céline Clément Corentin Delphine Élodie Fabrice Florian Gaëlle
    Gilles Hélène Hugues Inès Jérôme Josiane Lionel Maëlle Marius Mathilde Nadège Noémie Odile Pascal Quitterie Rémi
    Sandrine Solène Sylvain Thibault Valérie Xavier Yann Yvette`),
  es: words(`Aitana Alba Álvaro Amparo Begoña Blanca Borja Carmen César Clara Cristóbal Dolores Elvira Encarna Fermín
    Gonzalo Graciela Ignacio Inés Itziar Jacinto Javier Leire Lucía Macarena Manuel Marisol Nuria Óscar Paloma Ramiro
    Rocío Rubén Soledad Tomás Vicente Xavi Yolanda`),
  fi: words("Aino Eero Kaisa Lauri Outi Pekka"),
  tr: words("Ayşe Burak Deniz Elif Emre Zeynep"),
  pl: words("Agnieszka Bartosz Dorota Jacek Kasia Wojciech"),
};

export const LAST_NAMES: Readonly<Record<NameRegion, readonly string[]>> = {
  en: words(`Abernethy Ashdown Barrowclough Birtwhistle Blackmore Bramhall Calloway Cheswick Copperfield Crabtree Danby
    Dunsmore Eastwick Ellerby Fairbairn Fenwick Garside Gilchrist Goodridge Hadleigh Hartnell Haverstock Holloway Inglis
    Jessop Kettering Kirkbride Langtree Larkin Lockhart Mallory Merriweather Middleton Nightingale Oakshott Okonjo
    Osgood Patel Penhallow Pemberton Quigley Ravenscroft Redfern Rowntree Satterley Sinclair Stapleton Swinburne Tamworth
    Thackeray Thistlewood Underhill Vickers Wainwright Wetherby Whitlock Winterbourne Woolcott Yardley`),
  de: words(`Achternbusch Ahlers Bachmeier Birkenfeld Bockelmann Brandstetter Brömmel Deichgraf Diekmann Dornbusch Eberle
    Eichhorst Engelbrecht Fassbender Feuerstein Grabowski Grünwald Haberland Hagedorn Heidkamp Hinrichs Holzapfel
    Jablonski Jessen Kaltenbach Kirchhoff Klingenberg Knappstein Kreuzer Kühnemund Landgraf Lindemeyer Löwenstein
    Mahlstedt Markwart Mühlbauer Niehoff Nussbaum Oberreuter Osterkamp Papenfuß Petersen Pfannenschmidt Quandt
    Rabenstein Reinecke Rosenkötter Sauerbier Schimmelpfennig Schlüter Stahnke Steinbrück Thiessen Trautmann Uhlenbrock
    Vierkötter Wackernagel Weidner Wollschläger Zumbusch`),
  fr: words(`Aubertin Barreteau Belcourt Boisvert Chastagnier Clairmont Delorme Desrosiers Duchesne Fauvel Garnotel
    Guérande Hautecoeur Jolivet Lacombe Lamoureux Lefebure Marchandeau Montbrun Pelletan Quesnel Renaudin Rochebrune
    Sauvageon Tavernier Thévenard Vaugirard Villeneuve`),
  es: words(`Aguirrezabal Albarracín Barrientos Bustamante Cabrales Carrascosa Domenech Echevarría Fuentesanta Gallardo
    Hinojosa Iturbide Jaramillo Larrañaga Manzanares Montalbán Navascués Olivares Peñalver Quintanilla Revuelta
    Salvatierra Tordesillas Urquijo Valdivieso Zabaleta`),
  fi: words("Hakkarainen Lehtovaara Mäkipää Virolainen"),
  tr: words("Akyıldız Demirkan Karaduman Özbilgin"),
  pl: words("Brzozo Dąbrowicz Jawor Lewandoń Wiśniak"),
};

export const CITIES: Readonly<Record<NameRegion, readonly string[]>> = {
  en: words(`Aldermere Ashcombe Bexley Brackenford Carlow Chesterleigh Dunmouth Eastholme Ferncliffe Galbraith Harrowdene
    Inverlea Kilburnie Langport Marlowe Northwick Oakhampton Pendlebury Redmoor Saltburn Thornbury Wexcombe Yarborough`),
  de: words(`Aldenhoven Birkenwerder Cronsfeld Dornstetten Eichenried Falkenhagen Grünlinden Herbrechtsau Immenrode
    Karlsmühle Lindenborn Moorwerder Neuensande Oberquell Prüßlingen Quellendorf Rosenfurt Steinwarder Tannroda
    Uhlenau Vogelsdorf Westermoor Zellbrück Rothenkamp Altenweiler Buchenhof`),
  fr: words(`Beaulieu-sur-Orne Castelvert Clairefontaine Dampvallon Fontbrune Grandpré Lormois Montreval Orgevaux
    Pontlieu Roquevaire Saint-Amandin Valcreuse Villebrume`),
  es: words(`Alcorneda Benalúa Castroverde Fuenteclara Guadalmira Montellano Navarredonda Olmedilla Peñasaltas
    Ribadeneva Torrequebrada Valdemorillo Zarzalejos`),
  fi: words("Kivijoki Talviranta"),
  tr: words("Yeşilova Karatepe"),
  pl: words("Lipowiec Zielonka"),
};

export const COMPANY_HEADS = words(`Adlerhof Alpenglanz Amberfield Baltica Blaubach Borealis Bramley Brightwell Cascadia
  Cedarline Cobalt Corvana Drosselhaus Eichblatt Elmsworth Everdale Fjordlicht Flintwood Glimmerau Goldammer Greystone
  Halcyon Haselbach Heronsgate Inselwind Juniper Kastanienhof Kestrel Kobold Larkspur Lavendia Lindwurm Marisma Meridian
  Mistral Mohnfeld Morgentau Nordquell Oakbridge Orchidea Pappelwerk Quarzit Ravenna Rotbuche Saltmarsh Silberdistel
  Solana Sonnenrain Tannengrund Terracota Thistle Tilia Umbra Valmora Wacholder Waldkauz Westwind Willowbrook Zephyr
  Zinnober`);
export const COMPANY_TAILS: Readonly<Record<NameRegion, readonly string[]>> = {
  en: [
    "Interiors Ltd",
    "Catering Ltd",
    "Garden Centre",
    "Lettings",
    "Bakery",
    "Physiotherapy",
    "School",
    "Workshops Ltd",
  ],
  de: ["GmbH", "Gartenbau GmbH", "Bäckerei KG", "Praxis", "Hausverwaltung", "Gastro GmbH", "Kita e.V.", "Tischlerei"],
  fr: ["SARL", "Traiteur", "Jardinerie", "Conseil SAS", "Boulangerie"],
  es: ["S.L.", "Hostelería", "Viveros S.L.", "Gestoría", "Panadería"],
  fi: ["Oy"],
  tr: ["Ltd. Şti."],
  pl: ["Sp. z o.o."],
};
export const MAIL_DOMAINS =
  words(`postfach.example mailbox.example briefkasten.example fastpost.example courrier.example
  correo.example webpost.example homemail.example inbox.example`);
export const STREETS: Readonly<Record<NameRegion, readonly string[]>> = {
  en: ["Heron Lane", "Mill Row", "Quarry Street", "Saddler's Walk", "Orchard Close", "Tannery Road", "Bishop's Rise"],
  de: ["Amselweg", "Mühlenstraße", "Kastanienallee", "Am Anger", "Schmiedegasse", "Lerchenring", "Alte Ziegelei"],
  fr: ["rue des Tanneurs", "allée des Charmes", "chemin du Lavoir", "quai des Brumes"],
  es: ["calle del Molino", "avenida de los Olmos", "plaza del Aljibe", "camino Real"],
  fi: ["Koivukatu"],
  tr: ["Çınar Sokak"],
  pl: ["ulica Lipowa"],
};
