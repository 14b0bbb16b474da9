package org.chatnotes.intake;

import java.util.List;
import java.util.Map;
import org.chatnotes.lists.Term;

/** The programmes and roles of the tests' installation. */
final class Cast {
    private Cast() {}

    static List<Term> programmes() {
        return List.of(
                term(
                        "PYP",
                        0,
                        "PP",
                        "PEP",
                        "Primary Years Programme",
                        "Programme primaire",
                        "Programa de la Escuela Primaria"),
                term(
                        "MYP",
                        1,
                        "PEI",
                        "PAI",
                        "Middle Years Programme",
                        "Programme d’éducation intermédiaire",
                        "Programa de los Años Intermedios"),
                term("DP", 2, "DP", "PD", "Diploma Programme", "Programme du diplôme", "Programa del Diploma"),
                term(
                        "CP",
                        3,
                        "POP",
                        "POP",
                        "Career-related Programme",
                        "Programme à orientation professionnelle",
                        "Programa de Orientación Profesional"));
    }

    static List<Term> roles() {
        return List.of(
                term("coordinator", 0, "Coordonnateur", "Coordinador", "Coordinator", "Coordonnateur", "Coordinador"),
                term(
                        "admin",
                        1,
                        "Chef d’établissement",
                        "Director",
                        "Head of school",
                        "Chef d’établissement",
                        "Director de colegio"),
                term("teacher", 2, "Enseignant", "Docente", "Teacher", "Enseignant", "Docente"));
    }

    private static Term term(String code, int position, String fr, String es, String en, String frName, String esName) {
        boolean programme = code.equals(code.toUpperCase(java.util.Locale.ROOT));
        return new Term(
                code,
                position,
                false,
                Map.of("en", programme ? code : en, "fr", fr, "es", es),
                Map.of("en", en, "fr", frName, "es", esName));
    }
}
