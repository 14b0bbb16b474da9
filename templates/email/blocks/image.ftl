<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if><#if b.picture?? && b.picture.alt?has_content>${wrap(t("rendering.picture", b.picture.alt))}
</#if><#if b.caption?has_content>${wrap(b.caption + ((b.resource.number)!"")?has_content?then(" [" + ((b.resource.number)!"") + "]", ""))}
<#elseif b.resource??>${p.resource(b.resource)}
</#if></@p.block>
