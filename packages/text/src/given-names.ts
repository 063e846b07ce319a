/** Common given names of the countries whose languages this package knows. They decide where the words around a name leave it open. */
const NAMES = `
Aaron Abigail Adam Adrian Agnieszka Ahmed Aisha Alan Albert Alejandro Alex Alexander Alexandra Alfred Ali Alice Alicia Alina Alison Amanda Amber
Amelia Amelie Amy Ana Anastasia Andrea Andreas Andrew Andrzej Angela Angelika Anja Anke Ann Anna Anne Anneke Annette Annika Anouk Anthony Antoine
Anton Antonia Antonio Arne Arthur Astrid Aurelia Aurélie Axel Ayşe Barbara Bas Beate Beatrice Beatriz Ben Benedikt Benjamin Benoît Bernadette
Bernd Bernhard Bert Beth Bettina Bianca Birgit Birte Björn Boris Bram Brenda Brian Brigitte Britta Bruno Burak Callum Camille Cara Carina Carla
Carlos Carmen Carol Carolin Caroline Carsten Catherine Charles Charlotte Chiara Chloe Chloé Chris Christa Christian Christiane Christina
Christine Christoph Christopher Claire Clara Claudia Clemens Colin Corinna Cornelia Craig Cristina Cécile Céline Daan Dagmar Daisy Daniel Daniela
David Deborah Denise Deniz Dennis Derek Diana Diego Dieter Dietmar Dirk Dominik Dominique Donald Donna Doris Dorothea Dorothy Douglas Duncan
Edith Eduard Eduardo Edward Eileen Elena Elias Elif Elisa Elisabeth Elise Elizabeth Elke Ella Ellen Elodie Elsa Emil Emilia Emilie Emily Emma
Emmanuel Emre Enrique Eric Erich Erik Erika Ernst Esther Ethan Eva Evelyn Ewa Fabian Fatima Felicitas Felix Femke Fergus Fernando Finn Fiona
Florian Francesca Frank Franz Franziska François Françoise Fred Frederik Freya Friedrich Gabriel Gabriele Gareth Gary Gaëlle Geert Gemma Georg
George Georgia Gerald Gerd Gerhard Gernot Giovanni Gisela Giulia Gonzalo Gordon Graham Gregor Greta Guido Guillaume Gustav Gwen Günter Günther
Hanna Hannah Hanne Hannes Hans Harald Harriet Harry Hassan Hazel Heather Heidi Heike Heiko Heinrich Heinz Helen Helena Helene Helga Helmut
Hendrik Henning Henrik Henry Herbert Hermann Holger Horst Howard Hubert Hugh Hugo Ian Ida Ilse Imke Ina Ines Inga Inge Ingo Ingrid Inés Irene
Iris Irmgard Isaac Isabel Isabella Isabelle Ivy Jack Jacob Jacques Jake Jakob James Jamie Jan Jana Jane Janet Janina Janine Jason Javier Jean
Jeanette Jeff Jennifer Jens Jeremy Jeroen Jessica Jill Jim Joachim Joan Joanna Joanne Jochen Joe Johan Johann Johanna Johannes John Jonas
Jonathan Joost Jordi Jorge Josef Josefine Joseph Josephine Josh Joshua José Juan Juana Judith Julia Julian Juliane Julie Julien Jutta Jérôme Jörg
Jürgen Kai Karen Karin Karl Karla Karolina Karsten Katarina Katarzyna Kate Katharina Katherine Kathleen Kathrin Katie Katja Katrin Keith Kelly
Kenneth Kerstin Kevin Kim Kirsten Klara Klaus Konrad Konstantin Kurt Lara Larissa Lars Lasse Laura Lauren Laurent Lea Leah Lena Leo Leon Leonard
Leonie Lieke Lily Lina Linda Lisa Lotte Louis Louise Luca Lucas Lucia Lucie Lucy Lucía Ludwig Luis Luisa Luise Lukas Lutz Lydia Maarten Madeleine
Magdalena Maike Maja Malte Manfred Manuel Manuela Mara Marc Marcel Marco Marcus Marek Margaret Margarete Maria Marian Marianne Marie Marieke
Marika Marina Mario Marion Marius Mark Markus Marlene Marta Martha Martin Martina Mary María Mason Mateo Mathias Mathieu Mathilde Mathis Matteo
Matthew Matthias Maureen Max Maximilian Maya Megan Mehmet Meike Melanie Melissa Mia Michael Michaela Michel Michelle Miguel Mike Milena Mirjam
Mohamed Mohammed Molly Mona Monica Monika Moritz Mustafa Nadia Nadine Nadja Nancy Naomi Natalia Natalie Natascha Nathan Neil Nele Nicholas Nick
Nicola Nicolas Nicole Niels Nigel Niklas Nils Nina Noah Nora Norbert Nuria Olaf Ole Oliver Olivia Olivier Oscar Otto Owen Pablo Paige Pamela
Paolo Pascal Patricia Patrick Patrizia Paul Paula Pauline Pedro Peter Petra Philip Philipp Philippe Pia Pierre Pieter Pilar Piotr Poppy Rachel
Rafael Rainer Ralf Ralph Ramona Raphael Raúl Rebecca Regina Reinhard Renate René Ricardo Richard Rita Robert Roberto Robin Roger Roland Rolf
Roman Ronald Ronja Rosa Rosalind Rosemarie Roswitha Rowan Ruben Ruby Rubén Rudolf Rupert Russell Ruth Ryan Sabine Sabrina Sally Sam Samantha
Samuel Sandra Sanne Sara Sarah Saskia Scott Sean Sebastian Selina Sergio Sharon Sheila Sibylle Siegfried Sigrid Silke Silvia Simon Simone Sjoerd
Sofia Sofie Sofía Sonja Sophia Sophie Stefan Stefanie Stefano Steffen Stella Stephan Stephanie Stephen Steve Steven Stewart Stuart Susan Susann
Susanna Susanne Suzanne Sven Svenja Swantje Sylvia Sylvie Sébastien Tamara Tania Tanja Tara Tatjana Teresa Tessa Theo Theodor Theresa Thierry
Thijs Thomas Thorsten Tilman Tim Timo Tina Tobias Tom Tomasz Toni Torsten Tracy Udo Ulf Uli Ulrich Ulrike Una Ursula Ute Uwe Vanessa Vera
Veronika Victor Victoria Viktor Viktoria Vincent Violet Virginie Volker Walter Waltraud Wendy Werner Wiebke Wilhelm Willem Willemijn William
Wolfgang Yannick Yara Yasmin Yusuf Yves Yvonne Zeynep Zoe Álvaro`;

const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));

/** "Anna", "Anna-Lena", "Hans-Peter"; in any script but as it is usually written. */
export function isGivenName(word: string): boolean {
  const [first = ""] = word.split("-", 1);
  return GIVEN_NAMES.has(first) || GIVEN_NAMES.has(first.charAt(0) + first.slice(1).toLowerCase());
}
