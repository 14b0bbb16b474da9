<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if><#if b.heading?has_content>${under(b.heading, "-")}

</#if>${p.resource(b.resource)}
<#if b.note?has_content>${wrap(b.note)}
</#if><#if b.codes?has_content>${p.codes(b.codes, "")}
</#if></@p.block>
