package org.chatnotes.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a resource that readers reach without signing in. Everything else asks for it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Public {
    /** Whether pages of other origins may post here: one-click unsubscribing, an embedded form. */
    boolean crossSite() default false;
}
